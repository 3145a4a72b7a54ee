package io.github.liveliness.agent;

import io.github.liveliness.agent.boot.CallKind;
import java.io.IOException;
import java.io.InputStream;
import java.security.ProtectionDomain;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Writes hooks around calls of {@code Thread.sleep(long)} and {@code Object.wait(long)} outside the JDK: up to JDK 20 these are
 * native, and have no body to write hooks into.
 */
final class UserWaits extends ClassVisitor {

    private static final int API = Opcodes.ASM9;
    private static final int FIRST_JDK_WITH_BODIES = 21;
    private static final String MILLIS = "(J)V";

    private boolean found;

    private UserWaits(ClassVisitor next) {
        super(API, next);
    }

    static boolean areNative() {
        return Runtime.version().feature() < FIRST_JDK_WITH_BODIES;
    }

    /** Of what is loaded already the project's own classes are rewritten, and not those of all its libraries: that takes too long. */
    static boolean isOfTheProject(@Nullable ProtectionDomain domain) {
        return domain != null
                && domain.getCodeSource() != null
                && domain.getCodeSource().getLocation() != null
                && domain.getCodeSource().getLocation().getPath().endsWith("/");
    }

    /** Tells most classes from those that have such a call, at the price of a look. */
    static boolean mightBeIn(byte[] classFile) {
        return ConstantPool.contains(classFile, MILLIS)
                && (ConstantPool.contains(classFile, "sleep") || ConstantPool.contains(classFile, "wait"));
    }

    /** The same of a class that is loaded: to rewrite it for nothing would take the breakpoints out of it. */
    static boolean mightBeIn(Class<?> loaded) {
        String file = loaded.getName().replace('.', '/') + ".class";
        try (InputStream stream = loaded.getClassLoader().getResourceAsStream(file)) {
            return stream != null && mightBeIn(stream.readAllBytes());
        } catch (IOException | RuntimeException unreadable) {
            return false;
        }
    }

    /** Returns the class with its hooks, nothing if it gets none. */
    static Optional<byte[]> rewrite(byte[] classFile) {
        ClassReader reader = new ClassReader(classFile);
        ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
        UserWaits waits = new UserWaits(writer);
        reader.accept(waits, 0);
        return waits.found ? Optional.of(writer.toByteArray()) : Optional.empty();
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, String signature, String[] exceptions) {
        return new MethodVisitor(API, super.visitMethod(access, name, descriptor, signature, exceptions)) {
            @Override
            public void visitMethodInsn(int opcode, String owner, String called, String type, boolean isInterface) {
                boolean sleeps =
                        opcode == Opcodes.INVOKESTATIC && called.equals("sleep") && owner.equals("java/lang/Thread");
                boolean waits = opcode == Opcodes.INVOKEVIRTUAL && called.equals("wait");
                if (!type.equals(MILLIS) || !(sleeps || waits)) {
                    super.visitMethodInsn(opcode, owner, called, type, isInterface);
                    return;
                }
                found = true;
                int kind = (sleeps ? CallKind.SLEEP : CallKind.MONITOR).number();
                call("siteBegins", kind);
                super.visitMethodInsn(opcode, owner, called, type, isInterface);
                call("callEnds", kind);
            }

            private void call(String hook, int kind) {
                super.visitIntInsn(Opcodes.BIPUSH, kind);
                super.visitMethodInsn(Opcodes.INVOKESTATIC, BlockingWriter.HOOKS, hook, "(I)V", false);
            }
        };
    }
}
