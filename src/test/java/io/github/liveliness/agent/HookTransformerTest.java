package io.github.liveliness.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadPoolExecutor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

class HookTransformerTest {

    private static final String POOL = "java/util/concurrent/ThreadPoolExecutor";

    private final List<String> notes = new ArrayList<>();
    private final HookTransformer transformer = new HookTransformer(notes::add);

    @Test
    void everyMethodOfTheTableIsInThisJdkAndGetsItsHook() throws Exception {
        for (String type : HookTable.forJdk(Runtime.version().feature()).keySet()) {
            assertThat(transform(type, ClassFiles.named(type))).as(type).isNotNull();
        }

        assertThat(notes).isEmpty();
    }

    @Test
    void aMethodThatThisJdkDoesNotHaveIsNotedAndTheRestGoesOn() {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, POOL, null, "java/lang/Object", null);
        var execute = writer.visitMethod(Opcodes.ACC_PUBLIC, "execute", "(Ljava/lang/Runnable;)V", null, null);
        execute.visitCode();
        execute.visitInsn(Opcodes.RETURN);
        execute.visitMaxs(0, 2);
        execute.visitEnd();
        writer.visitEnd();

        assertThat(transform(POOL, writer.toByteArray())).isNotNull();
        assertThat(notes).containsExactly(absent("runWorker"), absent("afterExecute"), absent("reject"));
    }

    @Test
    void aClassFileThatCannotBeReadIsNotedAndNothingIsThrown() {
        assertThat(transform(POOL, new byte[] {1, 2, 3})).isNull();
        assertThat(notes)
                .singleElement()
                .asString()
                .startsWith(ThreadPoolExecutor.class.getName() + " gets no hooks: ");
    }

    @Test
    void otherClassesOfTheJdkAreLeftAlone() throws Exception {
        assertThat(transform("java/lang/String", ClassFiles.of(String.class))).isNull();
        assertThat(transformer.concerns(String.class)).isFalse();
        assertThat(transformer.concerns(ThreadPoolExecutor.class)).isTrue();
    }

    private static String absent(String method) {
        return "This JDK has no java.util.concurrent.ThreadPoolExecutor." + method
                + "; what goes through it is not seen.";
    }

    private byte @Nullable [] transform(String type, byte[] classFile) {
        return transformer.transform(null, type, null, null, classFile);
    }
}
