package io.github.liveliness.agent;

import io.github.liveliness.agent.boot.CallKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Writes hooks around calls of {@code Thread.sleep(long)} and {@code Object.wait(long)} outside the JDK: up to JDK 20 these are
 * native, and have no body to write hooks into.
 */
final class UserWaits extends HookedClass {

    private static final int FIRST_JDK_WITH_BODIES = 21;
    private static final String MILLIS = "(J)V";

    private final Set<String> waiting;

    private UserWaits(byte[] classFile, Set<String> waiting) {
        super(classFile);
        this.waiting = waiting;
    }

    static boolean areNative() {
        return Runtime.version().feature() < FIRST_JDK_WITH_BODIES;
    }

    /** Tells most classes from those that have such a call, at the price of a look. */
    static boolean mightBeIn(byte[] classFile) {
        return ConstantPool.contains(classFile, MILLIS)
                && (ConstantPool.contains(classFile, "sleep") || ConstantPool.contains(classFile, "wait"));
    }

    /** Returns the class with its hooks, nothing if it gets none. */
    static Optional<byte[]> rewrite(byte[] classFile) {
        Set<String> waiting = waiting(new ClassReader(classFile));
        if (waiting.isEmpty()) {
            return Optional.empty();
        }
        UserWaits hooks = new UserWaits(classFile, waiting);
        hooks.write();
        return Optional.of(hooks.toByteArray());
    }

    /** The methods that have such a call. */
    private static Set<String> waiting(ClassReader reader) {
        Set<String> found = new HashSet<>();
        reader.accept(
                new ClassVisitor(API) {
                    @Override
                    public MethodVisitor visitMethod(
                            int access, String method, String descriptor, String signature, String[] exceptions) {
                        return new MethodVisitor(API) {
                            @Override
                            public void visitMethodInsn(
                                    int opcode, String owner, String name, String type, boolean isInterface) {
                                if (kindOf(opcode, owner, name, type).isPresent()) {
                                    found.add(method + descriptor);
                                }
                            }
                        };
                    }
                },
                ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return found;
    }

    private static Optional<CallKind> kindOf(int opcode, String owner, String name, String type) {
        if (!type.equals(MILLIS)) {
            return Optional.empty();
        }
        if (opcode == Opcodes.INVOKESTATIC && name.equals("sleep") && owner.equals("java/lang/Thread")) {
            return Optional.of(CallKind.SLEEP);
        }
        return opcode == Opcodes.INVOKEVIRTUAL && name.equals("wait")
                ? Optional.of(CallKind.MONITOR)
                : Optional.empty();
    }

    @Override
    MethodVisitor hooked(MethodVisitor method, int access, String name, String descriptor) {
        return waiting.contains(name + descriptor) ? new Sites(method, !name.equals("<init>")) : method;
    }

    /**
     * Tells of each call that it begins, and how it ends: where it returns, where the method catches what it throws, and where
     * the method throws that on.
     */
    private static final class Sites extends MethodVisitor {

        private final boolean mayHaveHandler;
        private final Set<Label> handlers = new HashSet<>();
        private final List<Label> calls = new ArrayList<>();
        private boolean catches;

        /** @param mayHaveHandler not a constructor: where its object is not made yet, a handler of ours would not be verified */
        Sites(MethodVisitor next, boolean mayHaveHandler) {
            super(API, next);
            this.mayHaveHandler = mayHaveHandler;
        }

        @Override
        public void visitTryCatchBlock(Label start, Label end, Label handler, String type) {
            handlers.add(handler);
            super.visitTryCatchBlock(start, end, handler, type);
        }

        @Override
        public void visitLabel(Label label) {
            catches |= handlers.contains(label);
            super.visitLabel(label);
        }

        /** Each handler begins with one. */
        @Override
        public void visitFrame(int type, int locals, Object[] local, int stack, Object[] onStack) {
            super.visitFrame(type, locals, local, stack, onStack);
            if (catches) {
                catches = false;
                call("siteThrows", "()V");
            }
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String type, boolean isInterface) {
            Optional<CallKind> kind = kindOf(opcode, owner, name, type);
            kind.ifPresent(begun -> {
                super.visitIntInsn(Opcodes.BIPUSH, begun.number());
                call("siteBegins", "(I)V");
                mark();
            });
            super.visitMethodInsn(opcode, owner, name, type, isInterface);
            kind.ifPresent(ended -> {
                mark();
                call("callEnds", "()V");
            });
        }

        private void mark() {
            Label label = new Label();
            calls.add(label);
            super.visitLabel(label);
        }

        /** What nothing catches; at the start of this handler nothing is known of the locals. */
        @Override
        public void visitMaxs(int stack, int locals) {
            if (mayHaveHandler) {
                Label uncaught = new Label();
                for (int call = 0; call < calls.size(); call += 2) {
                    super.visitTryCatchBlock(calls.get(call), calls.get(call + 1), uncaught, null);
                }
                super.visitLabel(uncaught);
                super.visitFrame(Opcodes.F_FULL, 0, new Object[0], 1, new Object[] {"java/lang/Throwable"});
                call("siteThrows", "()V");
                super.visitInsn(Opcodes.ATHROW);
            }
            super.visitMaxs(stack, locals);
        }

        private void call(String hook, String descriptor) {
            super.visitMethodInsn(Opcodes.INVOKESTATIC, BlockingWriter.HOOKS, hook, descriptor, false);
        }
    }
}
