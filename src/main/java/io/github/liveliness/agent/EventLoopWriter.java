package io.github.liveliness.agent;

import io.github.liveliness.agent.EventLoops.Loop;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Writes hooks into event loops: at the loops themselves, and around their tasks. */
final class EventLoopWriter extends HookedClass {

    private static final String TAKES_ONE = "(Ljava/lang/Object;)V";

    private final Loop loop;
    private final Set<String> found = new HashSet<>();

    private EventLoopWriter(byte[] classFile, Loop loop) {
        super(classFile);
        this.loop = loop;
    }

    /**
     * Returns the class with its hooks; nothing if it gets none.
     *
     * @param missing takes the class's name if it runs its tasks in a way unknown to us
     */
    static Optional<byte[]> write(byte[] classFile, Loop loop, Consumer<String> missing) {
        EventLoopWriter hooks = new EventLoopWriter(classFile, loop);
        hooks.write();
        if (!hooks.found.isEmpty()) {
            return Optional.of(hooks.toByteArray());
        }
        if (!loop.leavesTasksTo(hooks.superName())) {
            missing.accept(hooks.className());
        }
        return Optional.empty();
    }

    @Override
    MethodVisitor hooked(MethodVisitor method, int access, String name, String descriptor) {
        boolean isTask = loop.tasks().contains(name);
        if (!loop.has(name) || (!isTask && isStatic(access))) {
            return method;
        }
        found.add(name);
        return isTask ? new Task(method) : new Entry(method);
    }

    private static void call(MethodVisitor method, String hook, String descriptor) {
        method.visitMethodInsn(Opcodes.INVOKESTATIC, BlockingWriter.HOOKS, hook, descriptor, false);
    }

    /** Tells whose thread it is. */
    private static final class Entry extends EnteredMethod {
        Entry(MethodVisitor next) {
            super(next);
        }

        @Override
        void begin() {
            mv.visitVarInsn(Opcodes.ALOAD, 0);
            call(mv, "loopRuns", TAKES_ONE);
        }
    }

    /** Whatever comes first, a static method's task or the object of another one, stands for what it does. */
    private static final class Task extends BracketedMethod {
        Task(MethodVisitor next) {
            super(next);
        }

        @Override
        void begin() {
            mv.visitVarInsn(Opcodes.ALOAD, 0);
            call(mv, "loopTaskBegins", TAKES_ONE);
        }

        @Override
        void end() {
            call(mv, "loopTaskEnds", "()V");
        }
    }
}
