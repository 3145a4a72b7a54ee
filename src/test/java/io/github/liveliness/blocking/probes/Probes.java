package io.github.liveliness.blocking.probes;

import io.github.liveliness.testing.Pools;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.stream.Stream;

/** The conformance program: all probes there are, also those whose calls this JDK lacks. */
public final class Probes {
    private Probes() {}

    public static List<Probe> all() {
        return Stream.of(
                        SleepProbes.all(),
                        MonitorProbes.all(),
                        ParkProbes.all(),
                        FutureProbes.all(),
                        LockProbes.all(),
                        QueueProbes.all(),
                        SocketProbes.all(),
                        HttpProbes.all(),
                        ChannelProbes.all(),
                        SelectorProbes.all(),
                        DatagramProbes.all(),
                        NameProbes.all(),
                        FileProbes.all(),
                        FileNameProbes.all(),
                        FilesProbes.all(),
                        FileChannelProbes.all(),
                        ArchiveProbes.all(),
                        ProcessProbes.all(),
                        ConsoleProbes.all(),
                        EventLoopProbes.all(),
                        VirtualThreadProbes.all(),
                        HealthyProbes.all(),
                        HealthyQueueProbes.all(),
                        HealthyMemoryProbes.all(),
                        HealthyExecutorProbes.all())
                .flatMap(List::stream)
                .toList();
    }

    /** An executor of the kind that a probe is to be run by. */
    public static ExecutorService executorFor(Probe probe) throws ReflectiveOperationException {
        return switch (probe.group()) {
            case VirtualThreadProbes.GROUP, VirtualThreadProbes.GROUP_OF_ALL -> LaterApi.virtualThreads();
            case EventLoopProbes.GROUP -> new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
            default -> Pools.fixed("probed", 1);
        };
    }

    /** Whether whatever blocks a virtual thread is looked for, and not only what keeps it on its carrier. */
    static boolean wantsAllOfVirtualThreads(Probe probe) {
        return probe.group().equals(VirtualThreadProbes.GROUP_OF_ALL);
    }
}
