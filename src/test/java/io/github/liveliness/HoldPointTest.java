package io.github.liveliness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.github.liveliness.testing.Launched;
import io.github.liveliness.testing.Pools;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.opentest4j.AssertionFailedError;

class HoldPointTest {

    @Test
    void callsMeetWhereSoManyAreAwaited() {
        assertThat(Launched.run(Meeting.class).passed()).containsExactly("bothAreThere");
    }

    static class Meeting {
        @RegisterExtension
        final HoldPoint found = HoldPoint.untilArrived("found", 2);

        @Test
        @SuppressWarnings("unchecked")
        void bothAreThere() throws Exception {
            IntFunction<String> orders = mock(IntFunction.class);
            when(orders.apply(1)).thenAnswer(found.thenReturn("one"));
            when(orders.apply(2)).thenAnswer(found.thenAnswer(call -> "order " + call.getArgument(0)));
            ExecutorService pool = Pools.fixed("orders", 2);

            Future<String> one = pool.submit(() -> ask(orders, 1));
            Future<String> two = pool.submit(() -> ask(orders, 2));

            assertThat(List.of(one.get(), two.get())).containsExactly("one", "order 2");
            assertThat(found.arrived()).isEqualTo(2);
        }

        private static String ask(IntFunction<String> orders, int number) {
            return orders.apply(number);
        }
    }

    @Test
    void callsWaitUntilTheTestOpens() {
        assertThat(Launched.run(Opening.class).passed()).containsExactly("again", "isHeldUntilOpened");
    }

    static class Opening {
        @RegisterExtension
        static final HoldPoint SHARED = HoldPoint.untilOpened("loaded");

        @Test
        void isHeldUntilOpened() throws Exception {
            Future<?> held = Pools.fixed("orders", 1).submit(() -> {
                SHARED.await();
                return null;
            });
            SHARED.awaitArrived(1);
            assertThat(held.isDone()).isFalse();

            SHARED.open();
            held.get();
            SHARED.await();
        }

        @Test
        void again() throws Exception {
            isHeldUntilOpened();
        }
    }

    @Test
    void aForgottenOneIsOpenedAndNamed() {
        Launched tests = Launched.run(Forgotten.class);

        assertThat(tests.failureOf("forgets"))
                .hasMessage(
                        "The hold point 'saved' has seen 1 of 2 calls, and still holds orders-1 when the test is over."
                                + " Let it wait for as many calls as come, or open it in the test.");
    }

    static class Forgotten {
        @RegisterExtension
        final HoldPoint saved = HoldPoint.untilArrived("saved", 2);

        private final ExecutorService pool = Pools.fixed("orders", 1);

        @Test
        void forgets() throws Exception {
            pool.submit(() -> {
                saved.await();
                return null;
            });
            saved.awaitArrived(1);
        }

        @AfterEach
        void awaitsTheTask() throws InterruptedException {
            pool.shutdown();
            assertThat(pool.awaitTermination(1, TimeUnit.HOURS)).isTrue();
        }
    }

    @Test
    void aCallThatTheTestWaitsForFailsInTime() {
        HoldPoint point = HoldPoint.untilArrived("paid", 3).forAtMost(Duration.ofMillis(5));

        assertThatExceptionOfType(AssertionFailedError.class)
                .isThrownBy(point::await)
                .withMessage(
                        "The hold point 'paid' has seen 1 of 3 calls, and has held this one for 5 ms. Let it wait for as"
                                + " many calls as come, or open it in the test.");
        assertThatExceptionOfType(AssertionFailedError.class)
                .isThrownBy(() -> point.awaitArrived(2))
                .withMessageStartingWith(
                        "After 5 ms the hold point 'paid' has seen 1 of 3 calls, and the test waits for 2.");
    }

    @Test
    void aPointThatNobodyMeetsHoldsNobody() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HoldPoint.untilArrived("nobody", 0))
                .withMessageContaining("'nobody'");
    }

    @Test
    void whoIsInterruptedIsLetGo() throws Exception {
        HoldPoint point = HoldPoint.untilOpened("shipped");
        List<Throwable> thrown = new ArrayList<>();
        Thread held = Pools.daemon(
                () -> {
                    try {
                        point.await();
                    } catch (InterruptedException e) {
                        thrown.add(e);
                    }
                },
                "held");
        held.start();
        point.awaitArrived(1);
        held.interrupt();
        held.join();

        assertThat(thrown).hasSize(1);
        assertThat(point).hasToString("hold point 'shipped' has seen 1 call");
    }
}
