package io.github.liveliness.blocking.probes;

import static io.github.liveliness.blocking.probes.Expectation.BLOCKS;
import static io.github.liveliness.blocking.probes.Expectation.DOES_NOT_BLOCK;

import io.github.liveliness.blocking.probes.MonitorProbes.Occupied;
import io.github.liveliness.blocking.probes.SocketProbes.Wire;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;

/** On virtual threads, which may block as long as they let go of their carrier. Run by an executor that makes them. */
@SuppressWarnings({"LockNotBeforeTry", "WaitNotInLoop"}) // Nothing happens in between, and nothing is waited for.
final class VirtualThreadProbes {
    static final String GROUP = "virtual threads, pinned";

    /** Of those that look at whatever blocks a virtual thread. */
    static final String GROUP_OF_ALL = "virtual threads, all";

    private static final int FIRST = 21;
    private static final int JDK = Runtime.version().feature();
    private static final Expectation MONITORS_PIN = JDK < 24 ? BLOCKS : DOES_NOT_BLOCK;
    private static final Expectation WAITING_FOR_CLASSES_PINS = JDK < 26 ? BLOCKS : DOES_NOT_BLOCK;

    private VirtualThreadProbes() {}

    static List<Probe> all() {
        ProbeGroup group = new ProbeGroup(GROUP);
        inMonitors(group);
        inInitialisers(group);
        letGo(group);
        List<Probe> probes = new ArrayList<>(group.probes());
        probes.addAll(anythingThatBlocks());
        return probes;
    }

    private static List<Probe> anythingThatBlocks() {
        ProbeGroup group = new ProbeGroup(GROUP_OF_ALL);
        letGo(group);
        return group.probes().stream()
                .map(probe -> new Probe(probe.group(), probe.call(), BLOCKS, probe.since(), probe.body()))
                .toList();
    }

    private static void inMonitors(ProbeGroup group) {
        group.add(FIRST, "synchronized", MONITORS_PIN, Occupied::monitor, (door, here) -> {
                    here.whenWaiting(door.holder::leave);
                    door.monitor.enter();
                })
                .add(FIRST, "Object.wait", MONITORS_PIN, here -> new Object(), (monitor, here) -> {
                    synchronized (monitor) {
                        monitor.wait(5);
                    }
                })
                .add(
                        FIRST,
                        "Thread.sleep (while synchronized)",
                        MONITORS_PIN,
                        here -> new Object(),
                        (monitor, here) -> {
                            synchronized (monitor) {
                                Thread.sleep(5);
                            }
                        })
                .add(
                        FIRST,
                        "CountDownLatch.await (while synchronized)",
                        MONITORS_PIN,
                        here -> new CountDownLatch(1),
                        (latch, here) -> {
                            here.whenWaiting(latch::countDown);
                            synchronized (here) {
                                latch.await();
                            }
                        })
                .add(
                        FIRST,
                        "InputStream.read (of a Socket, while synchronized)",
                        MONITORS_PIN,
                        Wire::of,
                        (wire, here) -> {
                            here.soon(wire::sendFromThere);
                            synchronized (here) {
                                wire.here().getInputStream().read();
                            }
                        });
    }

    private static void inInitialisers(ProbeGroup group) {
        group.add(FIRST, "class initialisation", WAITING_FOR_CLASSES_PINS, SlowClass::initialised, (type, here) -> {
                    here.soon(type.holder()::leave);
                    type.type().use();
                })
                .add(
                        FIRST,
                        "Thread.sleep (in a class initialiser)",
                        BLOCKS,
                        SlowClass::untouched,
                        (type, here) -> type.initialise(VirtualThreadProbes::sleep))
                .add(
                        FIRST,
                        "CountDownLatch.await (in a class initialiser)",
                        BLOCKS,
                        SlowClass::untouched,
                        (type, here) -> {
                            CountDownLatch latch = new CountDownLatch(1);
                            here.whenWaiting(latch::countDown);
                            type.initialise(() -> await(latch));
                        });
    }

    private static void letGo(ProbeGroup group) {
        group.add(FIRST, "Thread.sleep", DOES_NOT_BLOCK, here -> Thread.sleep(5))
                .add(FIRST, "Thread.join", DOES_NOT_BLOCK, Holder::ofNothing, (holder, here) -> {
                    here.whenWaiting(holder::leave);
                    holder.thread().join();
                })
                .add(FIRST, "CountDownLatch.await", DOES_NOT_BLOCK, here -> new CountDownLatch(1), (latch, here) -> {
                    here.whenWaiting(latch::countDown);
                    latch.await();
                })
                .add(
                        FIRST,
                        "CompletableFuture.get",
                        DOES_NOT_BLOCK,
                        here -> new CompletableFuture<>(),
                        (future, here) -> {
                            here.whenWaiting(() -> future.complete(""));
                            future.get();
                        })
                .add(
                        FIRST,
                        "LinkedBlockingQueue.take",
                        DOES_NOT_BLOCK,
                        here -> new LinkedBlockingQueue<>(),
                        (queue, here) -> {
                            here.whenWaiting(() -> queue.add(""));
                            queue.take();
                        })
                .add(FIRST, "ReentrantLock.lock", DOES_NOT_BLOCK, LockProbes.Held::reentrant, (held, here) -> {
                    here.whenWaiting(held.holder()::leave);
                    held.lock().lock();
                    held.lock().unlock();
                })
                .add(FIRST, "InputStream.read (of a Socket)", DOES_NOT_BLOCK, Wire::of, (wire, here) -> {
                    here.soon(wire::sendFromThere);
                    wire.here().getInputStream().read();
                })
                .add(
                        FIRST,
                        "Files.readAllBytes",
                        DOES_NOT_BLOCK,
                        Surroundings::file,
                        (file, here) -> Files.readAllBytes(file));
    }

    private static void sleep() {
        try {
            Thread.sleep(5);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
