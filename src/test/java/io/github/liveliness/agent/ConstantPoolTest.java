package io.github.liveliness.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;

class ConstantPoolTest {

    @Test
    void namesAndDescriptorsAreFound() throws Exception {
        byte[] classFile = ClassFiles.of(Supplier.class);

        assertThat(ConstantPool.contains(classFile, "get")).isTrue();
        assertThat(ConstantPool.contains(classFile, "()Ljava/lang/Object;")).isTrue();
    }

    @Test
    void neitherPartsNorExtensionsOfANameAreTakenForIt() throws Exception {
        byte[] classFile = ClassFiles.of(Supplier.class);

        assertThat(ConstantPool.contains(classFile, "ge")).isFalse();
        assertThat(ConstantPool.contains(classFile, "gets")).isFalse();
        assertThat(ConstantPool.contains(classFile, "execute")).isFalse();
    }

    @Test
    void everyKindOfConstantIsSteppedOver() {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "Any", null, "java/lang/Object", null);
        writer.newConst(1);
        writer.newConst(1.0f);
        writer.newConst(1L);
        writer.newConst(1.0);
        writer.newConst("text");
        writer.newField("Any", "field", "I");
        writer.newMethod("Any", "method", "()V", false);
        writer.newMethod("Any", "method", "()V", true);
        writer.newMethodType("()I");
        writer.newModule("module");
        writer.newPackage("package");
        Handle bootstrap = new Handle(Opcodes.H_INVOKESTATIC, "Any", "bootstrap", "()V", false);
        writer.newInvokeDynamic("dynamic", "()V", bootstrap);
        writer.newConstantDynamic("constant", "I", bootstrap);
        writer.newUTF8("the last of all");
        writer.visitEnd();

        assertThat(ConstantPool.contains(writer.toByteArray(), "the last of all"))
                .isTrue();
        assertThat(ConstantPool.contains(writer.toByteArray(), "missing")).isFalse();
    }

    @Test
    void anUnknownConstantIsRefused() throws Exception {
        byte[] classFile = ClassFiles.of(Supplier.class);
        classFile[10] = 99;

        assertThatThrownBy(() -> ConstantPool.contains(classFile, "missing"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("99");
    }
}
