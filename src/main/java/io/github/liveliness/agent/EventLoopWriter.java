package io.github.liveliness.agent;

import io.github.liveliness.agent.EventLoops.Loop;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Writes hooks into event loops: at the loops themselves, and around their tasks. */
final class EventLoopWriter extends ClassVisitor {

    private static final int API = Opcodes.ASM9;
    private static final String TAKES_ONE = "(Ljava/lang/Object;)V";

    private final Loop loop;
    private final Set<String> found = new HashSet<>();

    private EventLoopWriter(ClassVisitor next, Loop loop) {
        super(API, next);
        this.loop = loop;
    }

    /**
     * Returns the class with its hooks; nothing if it gets none.
     *
     * @param missing takes the class's name if it runs its tasks in a way unknown to us
     */
    static Optional<byte[]> write(byte[] classFile, Loop loop, Consumer<String> missing) {
        ClassReader reader = new ClassReader(classFile);
        ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
        EventLoopWriter hooks = new EventLoopWriter(writer, loop);
        reader.accept(hooks, 0);
        if (!hooks.found.isEmpty()) {
            return Optional.of(writer.toByteArray());
        }
        if (!loop.leavesTasksTo(reader.getSuperName())) {
            missing.accept(reader.getClassName());
        }
        return Optional.empty();
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, String signature, String[] exceptions) {
        MethodVisitor method = super.visitMethod(access, name, descriptor, signature, exceptions);
        boolean isStatic = (access & Opcodes.ACC_STATIC) != 0;
        if (!loop.has(name) || (access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE)) != 0) {
            return method;
        }
        if (loop.tasks().contains(name)) {
            found.add(name);
            return new Task(method);
        }
        if (isStatic) {
            return method;
        }
        found.add(name);
        return new Entry(method);
    }

    private static void call(MethodVisitor method, String hook, String descriptor) {
        method.visitMethodInsn(Opcodes.INVOKESTATIC, BlockingWriter.HOOKS, hook, descriptor, false);
    }

    /** Tells whose thread it is. */
    private static final class Entry extends MethodVisitor {
        Entry(MethodVisitor next) {
            super(API, next);
        }

        @Override
        public void visitCode() {
            super.visitCode();
            super.visitVarInsn(Opcodes.ALOAD, 0);
            call(mv, "loopRuns", TAKES_ONE);
        }
    }

    /** Whatever comes first, a static method's task or the object of another one, stands for what it does. */
    private static final class Task extends MethodVisitor {
        private final Label start = new Label();
        private final Label end = new Label();

        Task(MethodVisitor next) {
            super(API, next);
        }

        @Override
        public void visitCode() {
            super.visitCode();
            super.visitVarInsn(Opcodes.ALOAD, 0);
            call(mv, "loopTaskBegins", TAKES_ONE);
            super.visitLabel(start);
        }

        @Override
        public void visitInsn(int opcode) {
            if (opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN) {
                call(mv, "loopTaskEnds", "()V");
            }
            super.visitInsn(opcode);
        }

        @Override
        public void visitMaxs(int stack, int locals) {
            super.visitLabel(end);
            super.visitTryCatchBlock(start, end, end, null);
            super.visitFrame(Opcodes.F_FULL, 0, new Object[0], 1, new Object[] {"java/lang/Throwable"});
            call(mv, "loopTaskEnds", "()V");
            super.visitInsn(Opcodes.ATHROW);
            super.visitMaxs(stack, locals);
        }
    }
}
