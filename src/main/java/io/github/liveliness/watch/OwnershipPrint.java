package io.github.liveliness.watch;

import io.github.liveliness.jdk.JdkField;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a proof by ownership rests on, taken in one pass.
 *
 * <p>Two equal prints make whatever was read between them true at one instant. A future that is not done in the second
 * was not done at the end of the first; so whoever was parked in its {@code get} in the first, and still is, was parked
 * there at that instant, and so were all others.
 */
record OwnershipPrint(List<Look> looks, List<Wait> waits) {

    /** What a worker is parked on, and how far that is. */
    record Wait(
            @Nullable Object blocker,
            int futureState,
            @Nullable Object runner) {
        boolean same(Wait other) {
            return blocker == other.blocker && futureState == other.futureState && runner == other.runner;
        }
    }

    static OwnershipPrint of(List<Look> looks, JdkInternals jdk) {
        List<Wait> waits = new ArrayList<>();
        for (Look look : looks) {
            for (Reading.Worker worker : look.reading().workers()) {
                waits.add(wait(LockSupport.getBlocker(worker.thread()), jdk));
            }
        }
        return new OwnershipPrint(looks, waits);
    }

    private static Wait wait(@Nullable Object blocker, JdkInternals jdk) {
        if (blocker instanceof FutureTask<?> future) {
            return new Wait(
                    blocker,
                    jdk.readInt(JdkField.FUTURE_TASK_STATE, future),
                    jdk.read(JdkField.FUTURE_TASK_RUNNER, future));
        }
        return new Wait(blocker, 0, null);
    }

    boolean same(OwnershipPrint other) {
        if (looks.size() != other.looks.size() || waits.size() != other.waits.size()) {
            return false;
        }
        for (int index = 0; index < looks.size(); index++) {
            if (!looks.get(index).reading().sameWork(other.looks.get(index).reading())) {
                return false;
            }
        }
        for (int index = 0; index < waits.size(); index++) {
            if (!waits.get(index).same(other.waits.get(index))) {
                return false;
            }
        }
        return true;
    }
}
