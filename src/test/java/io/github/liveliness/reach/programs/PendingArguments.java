package io.github.liveliness.reach.programs;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

/** Attacks: the latch is an argument already evaluated of a call that has not begun, since its target is being made ready. */
final class PendingArguments {
    private static final AtomicReference<Moment> MOMENT = new AtomicReference<>(new Moment());

    private PendingArguments() {}

    static Map<String, Program> programs() {
        return new Programs()
                .add("an argument while the class of the method is initialised", 1, PendingArguments::initialisation)
                .add("two arguments while the class of the method is initialised", 1, PendingArguments::twoArguments)
                .add("an argument while a call site is linked", 1, PendingArguments::linkage)
                .add("an argument while the next one is evaluated", 1, PendingArguments::evaluation)
                .map();
    }

    private interface Call {
        void make(Handover<CountDownLatch> handover) throws Exception;
    }

    private static void during(Call call, Waiters waiters, Moment moment) throws InterruptedException {
        MOMENT.set(moment);
        CountDownLatch latch = new CountDownLatch(1);
        waiters.start(latch::await);
        Handover<CountDownLatch> handover = new Handover<>(latch);
        Thread caller = Body.aside(() -> call.make(handover));
        handover.awaitTaking();
        while (caller.getState() != Thread.State.TIMED_WAITING) {
            Thread.sleep(1);
        }
    }

    private static void initialisation(Waiters waiters, Moment moment) throws InterruptedException {
        during(handover -> SlowToInitialise.countDown(handover.take()), waiters, moment);
    }

    private static void twoArguments(Waiters waiters, Moment moment) throws InterruptedException {
        during(
                handover -> AlsoSlowToInitialise.countDown("first", new CountDownLatch[] {handover.take()}),
                waiters,
                moment);
    }

    private static void linkage(Waiters waiters, Moment moment) throws Exception {
        Class<?> type = GeneratedClass.withSlowLinkage(moment);
        during(handover -> type.getMethod("get", Handover.class).invoke(null, handover), waiters, moment);
    }

    private static void evaluation(Waiters waiters, Moment moment) throws InterruptedException {
        during(handover -> countDown(handover.take(), awaitMoment()), waiters, moment);
    }

    private static void countDown(CountDownLatch latch, int times) {
        for (int i = 0; i < times; i++) {
            latch.countDown();
        }
    }

    private static int awaitMoment() {
        Body.unchecked(MOMENT.get()::await).run();
        return 1;
    }

    private static final class SlowToInitialise {
        private static final int TIMES = awaitMoment();

        static void countDown(CountDownLatch latch) {
            PendingArguments.countDown(latch, TIMES);
        }
    }

    private static final class AlsoSlowToInitialise {
        private static final int TIMES = awaitMoment();

        static void countDown(String name, CountDownLatch[] latches) {
            PendingArguments.countDown(latches[0], name.isEmpty() ? 0 : TIMES);
        }
    }
}
