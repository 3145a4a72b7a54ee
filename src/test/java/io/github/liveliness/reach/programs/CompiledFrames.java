package io.github.liveliness.reach.programs;

import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** Attacks: only a compiled frame leads to the latch, and not by any local variable that a dump shows. */
final class CompiledFrames {
    private static final int WARM = 30_000;

    private CompiledFrames() {}

    static Map<String, Program> programs() {
        return new Programs()
                .add(
                        "a record that was never allocated",
                        1,
                        (waiters, moment) -> hold(CompiledFrames::inRecord, waiters, moment))
                .add(
                        "a record in a record, neither allocated",
                        1,
                        (waiters, moment) -> hold(CompiledFrames::inNestedRecord, waiters, moment))
                .add(
                        "an array that was never allocated",
                        1,
                        (waiters, moment) -> hold(CompiledFrames::inArray, waiters, moment))
                .since(21, "a record of an unmounted virtual thread, never allocated", 1, CompiledFrames::virtual)
                .add("a monitor of which nothing but the lock is left", 1, CompiledFrames::monitor)
                .map();
    }

    /** Takes a latch, awaits the moment, and counts down. */
    @FunctionalInterface
    private interface Keeper {
        void keep(Handover<CountDownLatch> handover, Moment moment) throws InterruptedException;
    }

    private record Kept(CountDownLatch latch) {}

    private record Wrapped(Kept kept, int weight) {}

    private static void inRecord(Handover<CountDownLatch> handover, Moment moment) throws InterruptedException {
        Kept kept = new Kept(handover.take());
        moment.await();
        kept.latch().countDown();
    }

    private static void inNestedRecord(Handover<CountDownLatch> handover, Moment moment) throws InterruptedException {
        Wrapped wrapped = new Wrapped(new Kept(handover.take()), 1);
        moment.await();
        wrapped.kept().latch().countDown();
    }

    private static void inArray(Handover<CountDownLatch> handover, Moment moment) throws InterruptedException {
        CountDownLatch[] kept = {handover.take()};
        moment.await();
        kept[0].countDown();
    }

    private static void hold(Keeper keeper, Waiters waiters, Moment moment) throws InterruptedException {
        warmUp(keeper);
        Handover<CountDownLatch> handover = begin(waiters);
        Body.aside(() -> keeper.keep(handover, moment));
        handover.awaitTaking();
    }

    private static void virtual(Waiters waiters, Moment moment) throws Exception {
        Keeper keeper = CompiledFrames::inRecord;
        warmUp(keeper);
        Handover<CountDownLatch> handover = begin(waiters);
        VirtualThreads.start(() -> keeper.keep(handover, moment));
        handover.awaitTaking();
    }

    private static Handover<CountDownLatch> begin(Waiters waiters) {
        CountDownLatch latch = new CountDownLatch(1);
        waiters.start(latch::await);
        return new Handover<>(latch);
    }

    private static void warmUp(Keeper keeper) throws InterruptedException {
        for (int i = 0; i < WARM; i++) {
            keeper.keep(new Handover<>(new CountDownLatch(1)), Moment.atTheSecondLook());
        }
    }

    private static void monitor(Waiters waiters, Moment moment) throws InterruptedException {
        for (int i = 0; i < WARM; i++) {
            new Vault().sit(Moment.atTheSecondLook());
        }
        Vault vault = new Vault();
        Handover<Vault> handover = new Handover<>(vault);
        Thread owner = Body.aside(() -> handover.take().sit(moment));
        while (owner.getState() != Thread.State.TIMED_WAITING) {
            Thread.sleep(1);
        }
        waiters.start(vault::open);
    }

    private static final class Vault {
        private int openings;

        synchronized void sit(Moment moment) throws InterruptedException {
            moment.await();
        }

        synchronized int open() {
            return ++openings;
        }
    }
}
