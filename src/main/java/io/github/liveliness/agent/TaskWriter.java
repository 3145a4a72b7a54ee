package io.github.liveliness.agent;

import java.util.Optional;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Writes hooks around tasks: where the thread itself runs one, and not where a task runs another that it needs. */
final class TaskWriter extends ClassVisitor {

    private static final int API = Opcodes.ASM9;

    private final TaskLoop loop;
    private boolean begins;
    private boolean ends;

    private TaskWriter(ClassVisitor next, TaskLoop loop) {
        super(API, next);
        this.loop = loop;
    }

    /** Returns the class with its hooks; nothing if it runs its tasks in a way unknown to us. */
    static Optional<byte[]> write(byte[] classFile, TaskLoop loop) {
        ClassReader reader = new ClassReader(classFile);
        ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
        TaskWriter hooks = new TaskWriter(writer, loop);
        reader.accept(hooks, 0);
        return hooks.begins && hooks.ends ? Optional.of(writer.toByteArray()) : Optional.empty();
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, String signature, String[] exceptions) {
        MethodVisitor method = super.visitMethod(access, name, descriptor, signature, exceptions);
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
