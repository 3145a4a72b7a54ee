package io.github.liveliness.libraries;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.BlockingCallError;
import io.github.liveliness.DetectStalls;
import io.github.liveliness.DetectStalls.Blocking;
import io.github.liveliness.testing.Launched;
import io.github.liveliness.testing.Pools;
import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.DefaultEventExecutorGroup;
import io.netty.util.concurrent.EventExecutorGroup;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetServer;
import java.net.InetAddress;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Calls that block event loops: in their tasks and handlers, and not where they wait for the next. */
class EventLoopCallsTest {

    @Test
    void whatBlocksInTheirTasksIsFound() {
        Launched loops = Launched.run(Sleeping.class);

        assertThat(loops.failureOf("inATaskOfNetty"))
                .isInstanceOf(BlockingCallError.class)
                .hasMessageStartingWith("One blocking call")
                .hasMessageContaining("Thread.sleep sleeps: blocked for ")
                .hasMessageContaining("in a task of 'multiThreadIoEventLoopGroup-")
                .hasMessageContaining(", submitted\n    at ");
        assertThat(loops.failureOf("inAScheduledTaskOfNetty"))
                .hasMessageContaining("Thread.sleep sleeps: blocked for ");
        assertThat(loops.failureOf("inATaskOfAnExecutorOfNettyWithoutChannels"))
                .hasMessageContaining("in a task of 'defaultEventExecutorGroup-");
        assertThat(loops.failureOf("onAThreadOfReactorThatMayNot"))
                .hasMessageContaining("Thread.sleep sleeps: blocked for ")
                .hasMessageContaining("in a task of 'parallel");
        assertThat(loops.passed()).containsExactly("onAThreadOfReactorThatMay");
    }

    @Test
    void whatBlocksInVertxIsFoundUnlessAWorkerMay() {
        Launched vertx = Launched.run(SleepingInVertx.class);

        assertThat(vertx.failureOf("onAnEventLoop"))
                .isInstanceOf(BlockingCallError.class)
                .hasMessageStartingWith("One blocking call")
                .hasMessageContaining("Thread.sleep sleeps: blocked for ")
                .hasMessageContaining("$SleepingInVertx.");
        assertThat(vertx.failureOf("inATimer")).hasMessageContaining("Thread.sleep sleeps: blocked for ");
        assertThat(vertx.passed()).containsExactlyInAnyOrder("inAWorkerPool", "talksAndWaits");
    }

    @Test
    void whatBlocksInTheirHandlersIsFound() {
        assertThat(Launched.run(Handling.class).failureOf("sleepsWhenItReads"))
                .hasMessageStartingWith("One blocking call")
                .hasMessageContaining("Thread.sleep sleeps: blocked for ")
                .hasMessageContaining("$Handling$1.channelRead(");
    }

    @Test
    void whatTheyDoForThemselvesIsTheirOwn() {
        assertThat(Launched.run(Healthy.class).failed()).isEmpty();
    }

    @DetectStalls(blocking = Blocking.FAIL)
    static class Sleeping {
        @Test
        void inATaskOfNetty() throws Exception {
            withLoops(loops -> loops.submit(EventLoopCallsTest::sleep).get());
        }

        @Test
        void inAScheduledTaskOfNetty() throws Exception {
            withLoops(loops -> loops.schedule(EventLoopCallsTest::sleep, 1, TimeUnit.MILLISECONDS)
                    .get());
        }

        @Test
        void inATaskOfAnExecutorOfNettyWithoutChannels() throws Exception {
            EventExecutorGroup executors = new DefaultEventExecutorGroup(1);
            executors.submit(EventLoopCallsTest::sleep).get();
            end(executors);
        }

        @Test
        void onAThreadOfReactorThatMayNot() {
            Scheduler scheduler = Schedulers.newParallel("parallel", 1);
            sleepOn(scheduler);
            scheduler.dispose();
        }

        @Test
        void onAThreadOfReactorThatMay() {
            Scheduler scheduler = Schedulers.newBoundedElastic(1, 10, "elastic");
            sleepOn(scheduler);
            scheduler.dispose();
        }

        private static void sleepOn(Scheduler scheduler) {
            Mono.fromCallable(EventLoopCallsTest::sleep).subscribeOn(scheduler).block();
        }
    }

    @DetectStalls(blocking = Blocking.FAIL)
    static class SleepingInVertx {
        private final Vertx vertx = Vertx.vertx();

        @AfterEach
        void close() {
            vertx.close().await();
        }

        @Test
        void onAnEventLoop() {
            Promise<Integer> slept = Promise.promise();
            vertx.runOnContext(none -> sleepFor(slept));
            slept.future().await();
        }

        @Test
        void inATimer() {
            Promise<Integer> slept = Promise.promise();
            vertx.setTimer(1, timer -> sleepFor(slept));
            slept.future().await();
        }

        @Test
        void inAWorkerPool() {
            vertx.executeBlocking(EventLoopCallsTest::sleep).await();
        }

        @Test
        void talksAndWaits() {
            NetServer server = vertx.createNetServer()
                    .connectHandler(socket -> socket.handler(socket::write))
                    .listen(0, "127.0.0.1")
                    .await();
            // Held until the end: one that is collected closes its connections.
            NetClient client = vertx.createNetClient();
            Promise<Integer> answered = Promise.promise();
            client.connect(server.actualPort(), "127.0.0.1")
                    .await()
                    .closeHandler(none -> answered.tryFail("closed"))
                    .handler(answer -> answered.tryComplete(answer.length()))
                    .write("a line");
            assertThat(answered.future().await()).isEqualTo(6);
            client.close().await();
            server.close().await();
        }

        private static void sleepFor(Promise<Integer> slept) {
            try {
                slept.complete(sleep());
            } catch (InterruptedException interrupted) {
                slept.fail(interrupted);
            }
        }
    }

    @DetectStalls(blocking = Blocking.FAIL)
    static class Handling {
        @Test
        void sleepsWhenItReads() throws Exception {
            CountDownLatch read = new CountDownLatch(1);
            withLoops(loops -> talk(
                    loops,
                    new ChannelInboundHandlerAdapter() {
                        @Override
                        public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
                            sleep();
                            read.countDown();
                        }
                    },
                    read));
        }
    }

    @DetectStalls(blocking = Blocking.FAIL)
    static class Healthy {
        @Test
        void talks() throws Exception {
            CountDownLatch read = new CountDownLatch(1);
            withLoops(loops -> talk(
                    loops,
                    new ChannelInboundHandlerAdapter() {
                        @Override
                        public void channelRead(ChannelHandlerContext context, Object message) {
                            read.countDown();
                        }
                    },
                    read));
        }

        @Test
        void waitsForWork() throws Exception {
            withLoops(loops -> {
                loops.submit(() -> 1).get();
                sleep();
                return loops.submit(() -> 1).get();
            });
        }

        /** To the pool the loop is a task that never ends. */
        @Test
        void waitsForWorkOnAThreadThatAPoolLends() throws Exception {
            ExecutorService pool = Pools.fixed("lends", 1);
            EventLoopGroup loops = new MultiThreadIoEventLoopGroup(1, pool, NioIoHandler.newFactory());
            loops.submit(() -> 1).get();
            sleep();
            loops.submit(() -> 1).get();
            end(loops);
            pool.shutdown();
        }
    }

    @FunctionalInterface
    private interface Use {
        Object of(EventLoopGroup loops) throws Exception;
    }

    private static void withLoops(Use use) throws Exception {
        EventLoopGroup loops = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
        use.of(loops);
        end(loops);
    }

    private static void end(EventExecutorGroup executors) throws InterruptedException {
        executors.shutdownGracefully(0, 1, TimeUnit.SECONDS).sync();
    }

    /** One byte is sent to the handler. */
    private static Channel talk(EventLoopGroup loops, ChannelInboundHandlerAdapter handler, CountDownLatch read)
            throws InterruptedException {
        Channel server = new ServerBootstrap()
                .group(loops)
                .channel(NioServerSocketChannel.class)
                .childHandler(handler)
                .bind(InetAddress.getLoopbackAddress(), 0)
                .sync()
                .channel();
        Channel client = new Bootstrap()
                .group(loops)
                .channel(NioSocketChannel.class)
                .handler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        // It only writes.
                    }
                })
                .connect(server.localAddress())
                .sync()
                .channel();
        client.writeAndFlush(Unpooled.wrappedBuffer(new byte[1])).sync();
        read.await();
        client.close().sync();
        server.close().sync();
        return client;
    }

    private static int sleep() throws InterruptedException {
        Thread.sleep(5);
        return 1;
    }
}
