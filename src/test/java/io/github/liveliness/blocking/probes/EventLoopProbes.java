package io.github.liveliness.blocking.probes;

import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/** On an event loop, which is no pool of the JDK. Run by one of Netty's. */
final class EventLoopProbes {
    static final String GROUP = "event loops";

    private EventLoopProbes() {}

    static List<Probe> all() {
        return new ProbeGroup(GROUP)
                .blocks("Thread.sleep", here -> Thread.sleep(5))
                .blocks("CountDownLatch.await", here -> new CountDownLatch(1), (latch, here) -> {
                    here.whenWaiting(latch::countDown);
                    latch.await();
                })
                .blocks("CompletableFuture.get", here -> new CompletableFuture<String>(), (future, here) -> {
                    here.whenWaiting(() -> future.complete(""));
                    future.get();
                })
                .blocks("InputStream.read (of a Socket)", SocketProbes.Wire::of, (wire, here) -> {
                    here.soon(wire::sendFromThere);
                    wire.here().getInputStream().read();
                })
                .blocks("Files.readAllBytes", Surroundings::file, (file, here) -> Files.readAllBytes(file))
                .doesNotBlock("a task of an event loop that does nothing", here -> {})
                .doesNotBlock("CountDownLatch.await (at zero)", here -> new CountDownLatch(0), latch -> latch.await())
                .probes();
    }
}
