package io.github.liveliness.libraries;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.DetectStalls;
import io.github.liveliness.model.Verdict;
import io.github.liveliness.testing.Launched;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.local.LocalIoHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultEventExecutorGroup;
import io.netty.util.concurrent.EventExecutor;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Netty's event loops: no pools of the JDK, with queues of their own. */
class NettyTest {

    @Test
    void anEventLoopThatWaitsForItselfIsNamedByItsThread() {
        Launched loops = Launched.run(Stalled.class);

        assertThat(loops.passed()).isEmpty();
        Found.starvation(loops, "joinsATask", Verdict.LIKELY, "multiThreadIoEventLoopGroup-\\d+-1");
        Found.starvation(loops, "joinsAFutureThatATaskCompletes", Verdict.LIKELY, "multiThreadIoEventLoopGroup-\\d+-1");
        Found.starvation(loops, "awaitsALatch", Verdict.LIKELY, "defaultEventExecutorGroup-\\d+-1");
    }

    @Test
    void eventLoopsThatAreOnlySlowPass() {
        Launched loops = Launched.run(Healthy.class);

        assertThat(loops.failed()).isEmpty();
        assertThat(loops.passed()).containsExactly("answers", "isBlockedForLong", "waitsForAnotherLoop");
    }

    private static EventLoopGroup threeLoops() {
        return new MultiThreadIoEventLoopGroup(3, NioIoHandler.newFactory());
    }

    @DetectStalls
    static class Stalled {

        @Test
        void joinsATask() {
            Nesting.supplyAndJoin(threeLoops().next());
        }

        @Test
        void joinsAFutureThatATaskCompletes() {
            Nesting.completeAndJoin(new MultiThreadIoEventLoopGroup(1, LocalIoHandler.newFactory()).next());
        }

        @Test
        void awaitsALatch() {
            Nesting.executeAndAwait(new DefaultEventExecutorGroup(1).next());
        }
    }

    @DetectStalls
    static class Healthy {

        @Test
        void answers() throws Exception {
            EventLoop loop = threeLoops().next();
            assertThat(loop.submit(() -> 1).get()).isEqualTo(1);
        }

        /** Promises of Netty are monitors. */
        @Test
        void waitsForAnotherLoop() throws Exception {
            EventLoopGroup loops = threeLoops();
            EventExecutor other = loops.next();
            Passing passing = new Passing();
            assertThat(loops.next()
                            .submit(() -> other.submit(passing::pass).get())
                            .get())
                    .isTrue();
        }

        @Test
        void isBlockedForLong() throws Exception {
            EventLoop loop = threeLoops().next();
            CountDownLatch behind = new CountDownLatch(1);
            loop.execute(new Passing()::pass);
            loop.execute(behind::countDown);
            behind.await();
        }
    }
}
