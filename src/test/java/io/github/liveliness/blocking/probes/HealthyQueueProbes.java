package io.github.liveliness.blocking.probes;

import io.github.liveliness.blocking.probes.ChannelProbes.Connecting;
import io.github.liveliness.blocking.probes.ChannelProbes.Line;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.nio.channels.SelectableChannel;
import java.nio.channels.Selector;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;

/** Queues with room or elements, and channels that never wait. */
final class HealthyQueueProbes {
    private HealthyQueueProbes() {}

    static List<Probe> all() {
        ProbeGroup group = new ProbeGroup(HealthyProbes.GROUP);
        queues(group);
        channels(group);
        selectors(group);
        return group.probes();
    }

    private static void queues(ProbeGroup group) {
        group.doesNotBlock("ArrayBlockingQueue.poll (empty)", here -> new ArrayBlockingQueue<>(1).poll())
                .doesNotBlock(
                        "ArrayBlockingQueue.offer (full)",
                        here -> full(new ArrayBlockingQueue<>(1)).offer(""))
                .doesNotBlock(
                        "ArrayBlockingQueue.take (with an element)",
                        here -> full(new ArrayBlockingQueue<>(1)).take())
                .doesNotBlock("LinkedBlockingQueue.put (with room)", here -> new LinkedBlockingQueue<>().put(""))
                .doesNotBlock(
                        "LinkedBlockingQueue.poll(long, TimeUnit) (with an element)",
                        here -> full(new LinkedBlockingQueue<>(1)).poll(1, TimeUnit.SECONDS))
                .doesNotBlock(
                        "LinkedBlockingQueue.poll(long, TimeUnit) (for no time)",
                        here -> new LinkedBlockingQueue<>().poll(0, TimeUnit.SECONDS))
                .doesNotBlock(
                        "LinkedBlockingDeque.takeFirst (with an element)",
                        here -> full(new LinkedBlockingDeque<>(1)).takeFirst())
                .doesNotBlock("PriorityBlockingQueue.put", here -> new PriorityBlockingQueue<>().put(""))
                .doesNotBlock("LinkedTransferQueue.tryTransfer", here -> new LinkedTransferQueue<>().tryTransfer(""))
                .doesNotBlock("SynchronousQueue.offer", here -> new SynchronousQueue<>().offer(""))
                .doesNotBlock("ConcurrentLinkedQueue.poll", here -> new ConcurrentLinkedQueue<>().poll());
    }

    private static <Q extends Queue<Object>> Q full(Q queue) {
        queue.add("");
        return queue;
    }

    private static void channels(ProbeGroup group) {
        group.doesNotBlock(
                        "SocketChannel.read (not in blocking mode)",
                        HealthyQueueProbes::line,
                        line -> line.here().read(bytes()))
                .doesNotBlock(
                        "SocketChannel.write (not in blocking mode)",
                        HealthyQueueProbes::line,
                        line -> line.here().write(bytes()))
                .doesNotBlock(
                        "SocketChannel.connect (not in blocking mode)",
                        HealthyQueueProbes::connecting,
                        connecting -> connecting.client().connect(connecting.address()))
                .doesNotBlock(
                        "ServerSocketChannel.accept (not in blocking mode)",
                        here -> patient(ChannelProbes.server(here)),
                        server -> server.accept())
                .doesNotBlock(
                        "DatagramChannel.receive (not in blocking mode)",
                        here -> patient(DatagramProbes.channel(here)),
                        channel -> channel.receive(bytes()))
                .doesNotBlock(
                        "Pipe.SourceChannel.read (not in blocking mode)",
                        HealthyQueueProbes::pipe,
                        pipe -> pipe.source().read(bytes()));
    }

    private static void selectors(ProbeGroup group) {
        group.doesNotBlock("Selector.selectNow", here -> here.keep(Selector.open()), selector -> selector.selectNow())
                .doesNotBlock("Selector.wakeup", here -> here.keep(Selector.open()), Selector::wakeup)
                .doesNotBlock(
                        "Selector.select (woken up before)",
                        here -> here.keep(Selector.open()).wakeup(),
                        selector -> selector.select());
    }

    private static ByteBuffer bytes() {
        return ByteBuffer.allocate(8);
    }

    private static <C extends SelectableChannel> C patient(C channel) throws IOException {
        channel.configureBlocking(false);
        return channel;
    }

    private static Line line(Surroundings here) throws IOException {
        Line line = Line.of(here);
        patient(line.here());
        return line;
    }

    private static Connecting connecting(Surroundings here) throws IOException {
        Connecting connecting = Connecting.of(here);
        patient(connecting.client());
        return connecting;
    }

    private static Pipe pipe(Surroundings here) throws IOException {
        Pipe pipe = ChannelProbes.pipe(here);
        patient(pipe.source());
        return pipe;
    }
}
