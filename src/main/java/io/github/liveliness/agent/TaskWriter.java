package io.github.liveliness.agent;

import java.util.Optional;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Writes hooks around the tasks of a worker: where the worker itself runs one, and not where a task runs another that it needs.
 *
 * <p>A thread pool calls {@code afterExecute} whatever has become of the task; a task of a fork-join pool throws nothing.
 */
final class TaskWriter extends ClassVisitor {

    private static final int API = Opcodes.ASM9;
    private static final String POOL = "java/util/concurrent/ThreadPoolExecutor";
    private static final String QUEUE = "java/util/concurrent/ForkJoinPool$WorkQueue";

    private final String loop;
    private boolean begins;
    private boolean ends;

    private TaskWriter(ClassVisitor next, String loop) {
        super(API, next);
        this.loop = loop;
    }

    /** Whether a class of this internal name runs tasks. */
    static boolean concerns(String type) {
        return type.equals(POOL) || type.equals(QUEUE);
    }

    /** Returns a class that {@linkplain #concerns runs tasks} with its hooks; nothing if it runs them in a way unknown to us. */
    static Optional<byte[]> rewrite(String type, byte[] classFile) {
        return write(classFile, type.equals(POOL) ? "runWorker" : "topLevelExec");
    }

    /** As if {@code loop} was where tasks are run. */
    static Optional<byte[]> write(byte[] classFile, String loop) {
        ClassReader reader = new ClassReader(classFile);
        ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
        TaskWriter tasks = new TaskWriter(writer, loop);
        reader.accept(tasks, 0);
        return tasks.begins && tasks.ends ? Optional.of(writer.toByteArray()) : Optional.empty();
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, String signature, String[] exceptions) {
        MethodVisitor method = super.visitMethod(access, name, descriptor, signature, exceptions);
        return name.equals(loop) ? new Loop(method) : method;
    }

    private final class Loop extends MethodVisitor {

        Loop(MethodVisitor next) {
            super(API, next);
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            boolean runs = name.equals("run") || name.equals("doExec");
            if (runs) {
                super.visitInsn(Opcodes.DUP);
                call("taskBegins", "(Ljava/lang/Object;)V");
                begins = true;
            } else if (name.equals("afterExecute")) {
                call("taskEnds", "()V");
                ends = true;
            }
            super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
            if (name.equals("doExec")) {
                call("taskEnds", "()V");
                ends = true;
            }
        }

        private void call(String hook, String descriptor) {
            super.visitMethodInsn(Opcodes.INVOKESTATIC, BlockingWriter.HOOKS, hook, descriptor, false);
        }
    }
}
