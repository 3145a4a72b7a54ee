package io.github.liveliness.agent;

import io.github.liveliness.agent.boot.CallKind;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Writes hooks around the bodies of methods that may block, so that the end is seen however it comes. */
final class BlockingWriter extends ClassVisitor {

    static final String HOOKS = "io/github/liveliness/agent/boot/BlockingHooks";

    /** What the console is read through, too. */
    private static final String CONSOLE = "java/io/FileInputStream";

    private static final int API = Opcodes.ASM9;

    /** What Mockito writes into classes of the JDK that are mocked, where it has come before us. */
    private static final String MOCKS = "org/mockito/internal/creation/bytebuddy/inject/MockMethodDispatcher";

    private static final String ANSWERS = "handle";

    private final List<BlockingPoint> points;
    private final Set<String> hooked = new HashSet<>();

    private BlockingWriter(ClassVisitor next, List<BlockingPoint> points) {
        super(API, next);
        this.points = points;
    }

    /**
     * Returns the class with its hooks.
     *
     * @param missing takes a method that the class should have, and has not
     */
    static byte[] write(byte[] classFile, List<BlockingPoint> points, BiConsumer<BlockingPoint, String> missing) {
        ClassReader reader = new ClassReader(classFile);
        ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
        BlockingWriter hooks = new BlockingWriter(writer, points);
        reader.accept(hooks, 0);
        hooks.tellMissing(missing);
        return writer.toByteArray();
    }

    /** Tells what {@link #write} would find missing, at the price of a look. */
    static void check(byte[] classFile, List<BlockingPoint> points, BiConsumer<BlockingPoint, String> missing) {
        BlockingWriter hooks = new BlockingWriter(new ClassVisitor(API) {}, points);
        new ClassReader(classFile).accept(hooks, ClassReader.SKIP_CODE);
        hooks.tellMissing(missing);
    }

    private void tellMissing(BiConsumer<BlockingPoint, String> missing) {
        points.forEach(point -> point.without(hooked).forEach(method -> missing.accept(point, method)));
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, String signature, String[] exceptions) {
        MethodVisitor method = super.visitMethod(access, name, descriptor, signature, exceptions);
        int without = Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE | Opcodes.ACC_BRIDGE | Opcodes.ACC_SYNTHETIC;
        if ((access & without) != 0) {
            return method;
        }
        Optional<BlockingPoint> listed =
                points.stream().filter(point -> point.includes(name)).findFirst();
        listed.ifPresent(point -> hooked.add(name));
        return listed.<MethodVisitor>map(point -> new Around(method, point, (access & Opcodes.ACC_STATIC) != 0))
                .orElse(method);
    }

    private static final class Around extends MethodVisitor {

        private final int kind;
        private final boolean byChannel;
        private final boolean mayBeConsole;
        private final Label start = new Label();
        private final Label end = new Label();

        Around(MethodVisitor next, BlockingPoint point, boolean isStatic) {
            super(API, next);
            this.kind = point.kind().number();
            this.byChannel = point.byChannel() && !isStatic;
            this.mayBeConsole = point.type().equals(CONSOLE) && !isStatic;
        }

        @Override
        public void visitCode() {
            super.visitCode();
            if (kind == CallKind.PINNED.number()) {
                call("pinnedParkBegins");
            } else if (mayBeConsole) {
                super.visitVarInsn(Opcodes.ALOAD, 0);
                call("inputCallBegins", "(Ljava/lang/Object;I)V");
            } else if (byChannel) {
                super.visitVarInsn(Opcodes.ALOAD, 0);
                call("channelCallBegins", "(Ljava/lang/Object;I)V");
            } else {
                call("callBegins", "(I)V");
            }
            super.visitLabel(start);
        }

        @Override
        public void visitInsn(int opcode) {
            if (opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN) {
                ends();
            }
            super.visitInsn(opcode);
        }

        /** Where a mock's answer is fetched, nothing is asked of the system. */
        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            if (owner.equals(MOCKS) && name.startsWith(ANSWERS)) {
                super.visitMethodInsn(Opcodes.INVOKESTATIC, HOOKS, "callIsMocked", "()V", false);
            }
            super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
        }

        /** The handler comes last, so that the method's own go first; at its start nothing is known of the locals. */
        @Override
        public void visitMaxs(int stack, int locals) {
            super.visitLabel(end);
            super.visitTryCatchBlock(start, end, end, null);
            super.visitFrame(Opcodes.F_FULL, 0, new Object[0], 1, new Object[] {"java/lang/Throwable"});
            ends();
            super.visitInsn(Opcodes.ATHROW);
            super.visitMaxs(stack, locals);
        }

        private void ends() {
            call(kind == CallKind.PINNED.number() ? "pinnedParkEnds" : "callEnds");
        }

        private void call(String hook) {
            super.visitMethodInsn(Opcodes.INVOKESTATIC, HOOKS, hook, "()V", false);
        }

        private void call(String hook, String descriptor) {
            super.visitIntInsn(Opcodes.BIPUSH, kind);
            super.visitMethodInsn(Opcodes.INVOKESTATIC, HOOKS, hook, descriptor, false);
        }
    }
}
