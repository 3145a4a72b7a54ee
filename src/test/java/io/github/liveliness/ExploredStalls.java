package io.github.liveliness;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.model.Stall;
import io.github.liveliness.model.Stall.Kind;
import io.github.liveliness.model.Verdict;
import io.github.liveliness.testing.Launched;
import io.github.liveliness.testing.Pools;
import io.github.liveliness.testing.Stalls;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests that stall under some schedules, and hardly ever without control. */
class ExploredStalls {
    private static final String PLACE = "io\\.github\\.liveliness\\.ExploredStalls\\$Starving\\.";

    @Test
    void aStarvedPoolIsToldAsALiveOneIs() {
        Launched tests = Launched.run(Starving.class);

        StallError error = tests.stallOf("starves");
        assertThat(error.stall().kind()).isEqualTo(Kind.STARVATION);
        assertThat(error.stall().verdict()).isEqualTo(Verdict.PROVEN);
        assertThat(error)
                .hasMessageContaining("All 2 of 2 threads of executor")
                .hasMessageContaining("Proof by exploration")
                .hasMessageContaining("It failed in 10 of 10 replays.")
                .hasMessageContaining("Who did what in that schedule")
                .hasMessageMatching("(?s).*submits a task {8}at " + PLACE + "starves\\(ExploredStalls.java:\\d+\\)\n.*")
                .hasMessageNotContaining("agent.boot")
                .hasMessageNotContaining("Ruled out");
    }

    static class Starving {
        @Test
        @Explore
        void starves() throws Exception {
            ExecutorService orders = Executors.newFixedThreadPool(2);
            List<Future<Integer>> outer = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                int number = i;
                outer.add(orders.submit(() -> orders.submit(() -> number).get()));
            }
            for (Future<Integer> each : outer) {
                each.get();
            }
            orders.shutdown();
        }
    }

    @Test
    void locksInOppositeOrderAreADeadlock() {
        Launched tests = Launched.run(Locking.class);

        assertThat(tests.stallOf("locks").stall().kind()).isEqualTo(Kind.DEADLOCK);
        assertThat(tests.stallOf("monitors").stall().kind()).isEqualTo(Kind.DEADLOCK);
    }

    static class Locking {
        private final Object left = new Object();
        private final Object right = new Object();
        private int meetings;

        @Test
        @Explore
        void locks() throws Exception {
            ReentrantLock one = new ReentrantLock();
            ReentrantLock two = new ReentrantLock();
            Thread other = new Thread(
                    () -> {
                        one.lock();
                        inside(one, two);
                    },
                    "other");
            other.start();
            two.lock();
            inside(two, one);
            other.join();
        }

        private static void inside(ReentrantLock held, ReentrantLock wanted) {
            try {
                wanted.lock();
                try {
                    assertThat(held.isHeldByCurrentThread()).isTrue();
                } finally {
                    wanted.unlock();
                }
            } finally {
                held.unlock();
            }
        }

        @Test
        @Explore
        void monitors() throws Exception {
            Thread other = new Thread(
                    () -> {
                        synchronized (left) {
                            synchronized (right) {
                                meetings++;
                            }
                        }
                    },
                    "other");
            other.start();
            synchronized (right) {
                synchronized (left) {
                    meetings++;
                }
            }
            other.join();
            assertThat(meetings).isEqualTo(2);
        }
    }

    @Test
    void theTokenMakesItStallAgain() {
        StallError found = Launched.run(Losing.class).stallOf("loses");
        String token = found.getMessage().replaceAll("(?s).*replay = \"([^\"]*)\".*", "$1");

        for (int i = 0; i < 5; i++) {
            StallError again = Launched.with("liveliness.explore.replay", token)
                    .run(Losing.class)
                    .stallOf("loses");
            assertThat(again.stall().kind()).isEqualTo(Kind.ABANDONED);
            assertThat(again).hasMessageContaining("This is the schedule of token " + token + ".");
        }
    }

    @Test
    void eachStrategyFindsALostSignal() {
        for (Explore.Strategy strategy : Explore.Strategy.values()) {
            if (strategy != Explore.Strategy.DEFAULT) {
                Launched tests = Launched.with(
                                "liveliness.explore.strategy", strategy.name().toLowerCase(Locale.ROOT))
                        .run(Losing.class);
                assertThat(tests.stallOf("loses").stall().kind()).isEqualTo(Kind.ABANDONED);
            }
        }
    }

    @Test
    void everyScheduleOfACorrectTestIsRun() {
        Launched tests = Launched.with("liveliness.explore.strategy", "exhaustive")
                .with("liveliness.explore.schedules", "20_000")
                .run(Small.class);

        assertThat(tests.published("liveliness.explore"))
                .singleElement()
                .asString()
                .matches("All schedules pass, \\d+ of them.");
    }

    static class Small {
        @Test
        @Explore
        void joins() throws Exception {
            Thread other = new Thread(() -> {}, "other");
            other.start();
            other.join();
        }
    }

    @Test
    void withoutTheAgentItIsSaidHowToWireIt() {
        assertThat(Launched.with("liveliness.agent", "off").run(Small.class).failureOf("joins"))
                .hasMessageContaining("Exploring needs the java agent")
                .hasMessageContaining("-javaagent:");
    }

    @Test
    void aFailedAssertionOfAScheduleIsFound() {
        Launched tests = Launched.run(Counting.class);

        assertThat(tests.failureOf("counts"))
                .isInstanceOf(ScheduleError.class)
                .hasMessageContaining("fails under a schedule")
                .hasRootCauseMessage("an order was lost");
    }

    static class Counting {
        private int orders;

        @Test
        @Explore
        void counts() throws Exception {
            Thread other = new Thread(this::add, "other");
            other.start();
            add();
            other.join();
            if (orders != 2) {
                throw new AssertionError("an order was lost");
            }
        }

        private void add() {
            int before;
            synchronized (this) {
                before = orders;
            }
            synchronized (this) {
                orders = before + 1;
            }
        }
    }

    @Test
    void aLostSignalIsAnAbandonedWait() {
        Launched tests = Launched.run(Losing.class);

        assertThat(tests.stallOf("loses").stall().kind()).isEqualTo(Kind.ABANDONED);
    }

    static class Losing {
        private final Object monitor = new Object();
        private boolean ready;

        @Test
        @Explore
        void loses() throws Exception {
            Thread signaller = new Thread(
                    () -> {
                        ready = true;
                        synchronized (monitor) {
                            monitor.notifyAll();
                        }
                    },
                    "signaller");
            signaller.start();
            while (!ready) {
                synchronized (monitor) {
                    monitor.wait();
                }
            }
            signaller.join();
        }
    }

    @Test
    void aLiveStallIsProvenAsEverAfterAnExploration() {
        assertThat(Launched.run(Small.class).passed()).containsExactly("joins");

        Stall stall = Launched.run(Live.class).stallOf("stalls").stall();

        assertThat(stall.kind()).isEqualTo(Kind.STARVATION);
        assertThat(stall.verdict()).isEqualTo(Verdict.PROVEN);
        assertThat(stall.evidence().isExplored()).isFalse();
    }

    @DetectStalls
    static class Live {
        @Test
        void stalls() throws Exception {
            Stalls.startNestedGet(Pools.fixed("orders", 2), 2).get(0).get();
        }
    }

    @Test
    void accessesOfMemoryArePointsWhereOneAsksForThem() {
        assertThat(Launched.run(Racing.class).passed()).containsExactly("races");
        assertThat(Launched.with("liveliness.explore.points", "memory")
                        .run(Racing.class)
                        .failureOf("races"))
                .hasRootCauseMessage("an order was lost");
    }

    static class Racing {
        private final AtomicInteger orders = new AtomicInteger();

        @Test
        @Explore
        void races() throws Exception {
            Thread other = new Thread(() -> orders.set(orders.get() + 1), "other");
            other.start();
            orders.set(orders.get() + 1);
            other.join();
            if (orders.get() != 2) {
                throw new AssertionError("an order was lost");
            }
        }
    }

    @Test
    void aHoldPointHoldsInEachScheduleAnew() {
        Launched tests = Launched.run(Held.class);

        assertThat(tests.passed()).containsExactly("meet");
        assertThat(tests.failureOf("oneIsMissing"))
                .hasMessageContaining(
                        "The hold point 'both' has seen 1 of 2 calls, and has held this one for 10000 ms.");
    }

    static class Held {
        @RegisterExtension
        final HoldPoint both = HoldPoint.untilArrived("both", 2);

        @Test
        @Explore(schedules = 20)
        void meet() throws Exception {
            ExecutorService orders = Executors.newFixedThreadPool(2);
            Future<?> one = orders.submit(this::arrive);
            Future<?> two = orders.submit(this::arrive);
            one.get();
            two.get();
            assertThat(both.arrived()).isEqualTo(2);
        }

        @Test
        @Explore(schedules = 20)
        void oneIsMissing() throws Exception {
            Executors.newFixedThreadPool(2).submit(this::arrive).get();
        }

        private Void arrive() throws InterruptedException {
            both.await();
            return null;
        }
    }

    @Test
    void whatIsCorrectPasses() {
        Launched tests = Launched.run(Correct.class);

        assertThat(tests.failures()).isEmpty();
        assertThat(tests.published("liveliness.explore")).hasSize(2);
    }

    static class Correct {
        @Test
        @Explore
        void nested() throws Exception {
            ExecutorService orders = Executors.newFixedThreadPool(4);
            Future<Integer> outer = orders.submit(() -> orders.submit(() -> 1).get());
            assertThat(outer.get()).isEqualTo(1);
        }

        @Test
        @Explore
        void latched() throws Exception {
            CountDownLatch done = new CountDownLatch(2);
            new Thread(done::countDown).start();
            new Thread(done::countDown).start();
            assertThat(done.await(1, TimeUnit.HOURS)).isTrue();
        }
    }
}
