package io.github.liveliness.blocking.probes;

import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;

/** Queues that are empty, or full. */
final class QueueProbes {
    private static final TimeUnit SECONDS = TimeUnit.SECONDS;

    private QueueProbes() {}

    static List<Probe> all() {
        ProbeGroup group = new ProbeGroup(ParkProbes.GROUP);
        empty(group);
        full(group);
        handOver(group);
        return group.probes();
    }

    private static void empty(ProbeGroup group) {
        group.blocks(
                        "ArrayBlockingQueue.take",
                        here -> filled(here, new ArrayBlockingQueue<>(1)).take())
                .blocks(
                        "ArrayBlockingQueue.poll(long, TimeUnit)",
                        here -> filled(here, new ArrayBlockingQueue<>(1)).poll(5, SECONDS))
                .blocks(
                        "LinkedBlockingQueue.take",
                        here -> filled(here, new LinkedBlockingQueue<>()).take())
                .blocks(
                        "LinkedBlockingQueue.poll(long, TimeUnit)",
                        here -> filled(here, new LinkedBlockingQueue<>()).poll(5, SECONDS))
                .blocks(
                        "LinkedBlockingDeque.take",
                        here -> filled(here, new LinkedBlockingDeque<>()).take())
                .blocks(
                        "LinkedBlockingDeque.takeFirst",
                        here -> filled(here, new LinkedBlockingDeque<>()).takeFirst())
                .blocks(
                        "PriorityBlockingQueue.take",
                        here -> filled(here, new PriorityBlockingQueue<>()).take())
                .blocks(
                        "PriorityBlockingQueue.poll(long, TimeUnit)",
                        here -> filled(here, new PriorityBlockingQueue<>()).poll(5, SECONDS))
                .blocks(
                        "LinkedTransferQueue.take",
                        here -> filled(here, new LinkedTransferQueue<>()).take())
                .blocks("DelayQueue.take", here -> {
                    DelayQueue<Due> queue = new DelayQueue<>();
                    queue.add(new Due(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(20)));
                    queue.take();
                });
    }

    private static void full(ProbeGroup group) {
        group.blocks(
                        "ArrayBlockingQueue.put",
                        here -> emptied(here, new ArrayBlockingQueue<>(1)).put(""))
                .blocks(
                        "ArrayBlockingQueue.offer(Object, long, TimeUnit)",
                        here -> emptied(here, new ArrayBlockingQueue<>(1)).offer("", 5, SECONDS))
                .blocks(
                        "LinkedBlockingQueue.put",
                        here -> emptied(here, new LinkedBlockingQueue<>(1)).put(""))
                .blocks(
                        "LinkedBlockingQueue.offer(Object, long, TimeUnit)",
                        here -> emptied(here, new LinkedBlockingQueue<>(1)).offer("", 5, SECONDS))
                .blocks(
                        "LinkedBlockingDeque.putLast",
                        here -> emptied(here, new LinkedBlockingDeque<>(1)).putLast(""));
    }

    private static void handOver(ProbeGroup group) {
        group.blocks(
                        "SynchronousQueue.take",
                        here -> filled(here, new SynchronousQueue<>()).take())
                .blocks(
                        "SynchronousQueue.poll(long, TimeUnit)",
                        here -> filled(here, new SynchronousQueue<>()).poll(5, SECONDS))
                .blocks("SynchronousQueue.put", here -> {
                    SynchronousQueue<String> queue = new SynchronousQueue<>();
                    here.whenWaiting(queue::poll);
                    queue.put("");
                })
                .blocks("SynchronousQueue.offer(Object, long, TimeUnit)", here -> {
                    SynchronousQueue<String> queue = new SynchronousQueue<>();
                    here.whenWaiting(queue::poll);
                    queue.offer("", 5, SECONDS);
                })
                .blocks("LinkedTransferQueue.transfer", here -> {
                    LinkedTransferQueue<String> queue = new LinkedTransferQueue<>();
                    here.whenWaiting(queue::poll);
                    queue.transfer("");
                });
    }

    /** Filled once somebody waits for that. */
    private static <Q extends BlockingQueue<String>> Q filled(Surroundings here, Q empty) {
        here.whenWaiting(() -> empty.offer(""));
        return empty;
    }

    /** Emptied once somebody waits for that. */
    private static <Q extends BlockingQueue<String>> Q emptied(Surroundings here, Q queue) {
        while (queue.offer("")) {
            // Until it is full.
        }
        here.whenWaiting(queue::poll);
        return queue;
    }

    private record Due(long nanos) implements Delayed {
        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(nanos - System.nanoTime(), TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
        }
    }
}
