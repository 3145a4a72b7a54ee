package io.github.liveliness.watch;

import io.github.liveliness.jdk.JdkField;
import io.github.liveliness.jdk.ParkFrames;
import io.github.liveliness.model.Activity.Form;
import java.util.List;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.AbstractOwnableSynchronizer;
import java.util.concurrent.locks.AbstractQueuedSynchronizer.ConditionObject;

/** What the object that a thread is parked on says about the wait. */
final class Blockers {
    private static final String CONCURRENT = "java.util.concurrent.";

    private record Row(String classPrefix, Form form) {}

    private static final List<Row> FORMS = List.of(
            new Row("CompletableFuture$", Form.COMPLETABLE_FUTURE),
            new Row("CountDownLatch$", Form.LATCH),
            new Row("Semaphore$", Form.SEMAPHORE),
            new Row("locks.ReentrantLock$", Form.LOCK),
            new Row("locks.ReentrantReadWriteLock$", Form.LOCK),
            new Row("locks.StampedLock", Form.LOCK),
            new Row("Phaser$", Form.BARRIER),
            new Row("SynchronousQueue$", Form.QUEUE),
            new Row("LinkedTransferQueue", Form.QUEUE));

    private Blockers() {}

    /** The form of a wait, from the object parked on and, for conditions, from who waits on them. */
    static Form form(Object blocker, StackTraceElement[] stack) {
        if (blocker instanceof FutureTask) {
            return Form.FUTURE_TASK;
        }
        if (blocker instanceof ConditionObject) {
            return formOfCondition(stack);
        }
        String name = blocker.getClass().getName();
        if (name.startsWith(CONCURRENT)) {
            String rest = name.substring(CONCURRENT.length());
            for (Row row : FORMS) {
                if (rest.startsWith(row.classPrefix)) {
                    return row.form;
                }
            }
        }
        return blocker instanceof ForkJoinTask ? Form.FORK_JOIN_TASK : Form.OTHER;
    }

    static boolean isSignaller(Object blocker) {
        return blocker.getClass().getName().equals(JdkField.SIGNALLER_THREAD.declaringClass());
    }

    /** Whether only the thread that holds the blocker can let go of it; a user's own synchronizer may differ. */
    static boolean isLock(Object blocker) {
        return blocker instanceof AbstractOwnableSynchronizer
                && blocker.getClass().getName().startsWith(CONCURRENT + "locks.");
    }

    private static Form formOfCondition(StackTraceElement[] stack) {
        for (StackTraceElement frame : stack) {
            String type = frame.getClassName();
            if (!type.startsWith(CONCURRENT)) {
                break;
            }
            if (type.endsWith("CyclicBarrier")) {
                return Form.BARRIER;
            }
            if (type.endsWith("Queue") || type.endsWith("Deque")) {
                return Form.QUEUE;
            }
        }
        return Form.CONDITION;
    }

    /**
     * Whether the frame that parked is {@code FutureTask.get} itself: a user may park on anything, and be woken by
     * anybody.
     */
    static boolean parkedByFutureTask(StackTraceElement[] stack) {
        int frame = 0;
        while (frame < stack.length && isPark(stack[frame])) {
            frame++;
        }
        return frame > 0
                && frame < stack.length
                && stack[frame].getClassName().equals(FutureTask.class.getName())
                && stack[frame].getMethodName().equals("awaitDone");
    }

    private static boolean isPark(StackTraceElement frame) {
        String type = frame.getClassName();
        return ParkFrames.liesBetween(type)
                || (ParkFrames.areOfTheJdk(type) && frame.getMethodName().equals("park"));
    }

    /** What a report calls an object: the class that people know, and an identity. */
    static String describe(Object object) {
        return describe(object.getClass().getName(), System.identityHashCode(object));
    }

    static String describe(String className, int identityHash) {
        return publicName(className) + "@" + Integer.toHexString(identityHash);
    }

    private static String publicName(String className) {
        String simple = className.substring(className.lastIndexOf('.') + 1);
        if (!className.startsWith("java.")) {
            return simple;
        }
        if (simple.endsWith("$ConditionObject")) {
            return "Condition";
        }
        if (simple.endsWith("$Signaller")) {
            return "CompletableFuture";
        }
        boolean synchronizer = simple.endsWith("Sync") || simple.endsWith("QNode") || simple.contains("$Transfer");
        return synchronizer ? simple.substring(0, simple.indexOf('$')) : simple.replace('$', '.');
    }
}
