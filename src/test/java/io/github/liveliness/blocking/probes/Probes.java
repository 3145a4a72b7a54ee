package io.github.liveliness.blocking.probes;

import java.util.List;
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
                        VirtualThreadProbes.all(),
                        HealthyProbes.all(),
                        HealthyQueueProbes.all(),
                        HealthyMemoryProbes.all(),
                        HealthyExecutorProbes.all())
                .flatMap(List::stream)
                .toList();
    }

    /** Whether it is to be run on virtual threads, and not by an executor of few threads. */
    public static boolean wantsVirtualThreads(Probe probe) {
        return probe.group().equals(VirtualThreadProbes.GROUP);
    }
}
