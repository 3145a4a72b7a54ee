package io.github.liveliness.blocking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.concurrent.SynchronousQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Names what this JVM itself shows of calls that block. */
class RealStacksTest {

    private final SynchronousQueue<String> queue = new SynchronousQueue<>();
    private final CompletableFuture<String> future = new CompletableFuture<>();

    @TestFactory
    Stream<DynamicTest> aCallIsNamedAsItIsWritten() {
        return each(Map.of(
                "SynchronousQueue.take",
                () -> queue.take(),
                "CompletableFuture.join",
                () -> future.join(),
                "Selector.select",
                () -> Selector.open().select(),
                "ServerSocketChannel.accept",
                () -> channel().accept(),
                "PipedInputStream.read",
                () -> new PipedInputStream(new PipedOutputStream()).read()));
    }

    @TestFactory
    Stream<DynamicTest> aCallThatTheJdkMakesForTheUserIsNamedAllTheSame() {
        return Stream.<Callable<?>>of(
                        () -> CompletableFuture.class.getMethod("join").invoke(future),
                        () -> Stream.of(future).map(CompletableFuture::join).toList(),
                        () -> new HashMap<CompletableFuture<String>, String>()
                                .computeIfAbsent(future, CompletableFuture::join),
                        () -> {
                            new FutureTask<>(future::join).run();
                            return "";
                        })
                .map(way -> test("CompletableFuture.join", way));
    }

    private static Stream<DynamicTest> each(Map<String, Callable<?>> calls) {
        return calls.entrySet().stream().map(call -> test(call.getKey(), call.getValue()));
    }

    private static DynamicTest test(String name, Callable<?> call) {
        return DynamicTest.dynamicTest(name, () -> assertNamed(name, call));
    }

    private static void assertNamed(String name, Callable<?> call) {
        CallNames names = new CallNames(new ReadPublicTypes());
        FutureTask<?> blocked = new FutureTask<>(call);
        Thread thread = new Thread(blocked);
        thread.setDaemon(true);
        thread.start();
        try {
            await().untilAsserted(() -> assertThat(
                            names.read(Arrays.asList(thread.getStackTrace())).name())
                    .contains(name));
        } finally {
            blocked.cancel(true);
        }
    }

    private static ServerSocketChannel channel() throws IOException {
        return ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }
}
