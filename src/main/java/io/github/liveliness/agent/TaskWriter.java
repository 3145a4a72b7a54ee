package io.github.liveliness.agent;

import java.util.Optional;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Writes hooks around tasks: where the thread itself runs one, and not where a task runs another that it needs. */
final class TaskWriter extends HookedClass {

    private final TaskLoop loop;
    private boolean begins;
    private boolean ends;

    private TaskWriter(byte[] classFile, TaskLoop loop) {
        super(classFile);
        this.loop = loop;
    }

    /** Returns the class with its hooks; nothing if it runs its tasks in a way unknown to us. */
    static Optional<byte[]> write(byte[] classFile, TaskLoop loop) {
        TaskWriter hooks = new TaskWriter(classFile, loop);
        hooks.write();
        return hooks.begins && hooks.ends ? Optional.of(hooks.toByteArray()) : Optional.empty();
    }

    @Override
    MethodVisitor hooked(MethodVisitor method, int access, String name, String descriptor) {
        return name.equals(loop.method()) ? new Loop(method) : method;
    }

    private final class Loop extends MethodVisitor {

        Loop(MethodVisitor next) {
            super(API, next);
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            boolean runs = name.equals(loop.run());
            if (runs) {
                begins = true;
                super.visitInsn(Opcodes.DUP);
                call(loop.begins(), "(Ljava/lang/Object;)V");
            } else if (name.equals(loop.after())) {
                ends = true;
                call(loop.ends(), "()V");
            } else if (name.equals(loop.leaves())) {
                call("workerLeaves", "()V");
            }
            super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
            if (runs && loop.returns()) {
                ends = true;
                call(loop.ends(), "()V");
            }
        }

        private void call(String hook, String descriptor) {
            super.visitMethodInsn(Opcodes.INVOKESTATIC, BlockingWriter.HOOKS, hook, descriptor, false);
        }
    }
}
