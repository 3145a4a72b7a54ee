package io.github.liveliness.agent;

import io.github.liveliness.agent.boot.CallKind;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Writes hooks around the bodies of methods that may block, so that the end is seen however it comes. */
final class BlockingWriter extends HookedClass {

    static final String HOOKS = "io/github/liveliness/agent/boot/BlockingHooks";

    /** What the console is read through, too. */
    private static final String CONSOLE = "java/io/FileInputStream";

    /** What Mockito writes into classes of the JDK that are mocked, where it has come before us. */
    private static final String MOCKS = "org/mockito/internal/creation/bytebuddy/inject/MockMethodDispatcher";

    private static final String ANSWERS = "handle";

    private final List<BlockingPoint> points;
    private final Set<String> hooked = new HashSet<>();

    private BlockingWriter(byte[] classFile, List<BlockingPoint> points) {
        super(classFile);
        this.points = points;
    }

    /**
     * Returns the class with its hooks.
     *
     * @param missing takes a method that the class should have, and has not
     */
    static byte[] write(byte[] classFile, List<BlockingPoint> points, BiConsumer<BlockingPoint, String> missing) {
        BlockingWriter hooks = new BlockingWriter(classFile, points);
        hooks.write();
        hooks.tellMissing(missing);
        return hooks.toByteArray();
    }

    /** Tells what {@link #write} would find missing, at the price of a look. */
    static void check(byte[] classFile, List<BlockingPoint> points, BiConsumer<BlockingPoint, String> missing) {
        BlockingWriter hooks = new BlockingWriter(classFile, points);
        hooks.look();
        hooks.tellMissing(missing);
    }

    private void tellMissing(BiConsumer<BlockingPoint, String> missing) {
        points.forEach(point -> point.without(hooked).forEach(method -> missing.accept(point, method)));
    }

    @Override
    MethodVisitor hooked(MethodVisitor method, int access, String name, String descriptor) {
        if ((access & (Opcodes.ACC_BRIDGE | Opcodes.ACC_SYNTHETIC)) != 0) {
            return method;
        }
        Optional<BlockingPoint> listed =
                points.stream().filter(point -> point.includes(name)).findFirst();
        listed.ifPresent(point -> hooked.add(name));
        return listed.<MethodVisitor>map(point -> new Around(method, point, isStatic(access)))
                .orElse(method);
    }

    private static final class Around extends BracketedMethod {

        private final int kind;
        private final boolean byChannel;
        private final boolean mayBeConsole;

        Around(MethodVisitor next, BlockingPoint point, boolean isStatic) {
            super(next);
            this.kind = point.kind().number();
            this.byChannel = point.byChannel() && !isStatic;
            this.mayBeConsole = point.type().equals(CONSOLE) && !isStatic;
        }

        @Override
        void begin() {
            if (kind == CallKind.PINNED.number()) {
                call("pinnedParkBegins");
            } else if (mayBeConsole) {
                mv.visitVarInsn(Opcodes.ALOAD, 0);
                call("inputCallBegins", "(Ljava/lang/Object;I)V");
            } else if (byChannel) {
                mv.visitVarInsn(Opcodes.ALOAD, 0);
                call("channelCallBegins", "(Ljava/lang/Object;I)V");
            } else {
                call("callBegins", "(I)V");
            }
        }

        @Override
        void end() {
            call(kind == CallKind.PINNED.number() ? "pinnedParkEnds" : "callEnds");
        }

        /** Where a mock's answer is fetched, nothing is asked of the system. */
        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            if (owner.equals(MOCKS) && name.startsWith(ANSWERS)) {
                call("callIsMocked");
            }
            super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
        }

        private void call(String hook) {
            mv.visitMethodInsn(Opcodes.INVOKESTATIC, HOOKS, hook, "()V", false);
        }

        private void call(String hook, String descriptor) {
            mv.visitIntInsn(Opcodes.BIPUSH, kind);
            mv.visitMethodInsn(Opcodes.INVOKESTATIC, HOOKS, hook, descriptor, false);
        }
    }
}
