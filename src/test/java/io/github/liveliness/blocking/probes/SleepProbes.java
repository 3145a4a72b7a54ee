package io.github.liveliness.blocking.probes;

import static java.util.concurrent.TimeUnit.MICROSECONDS;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.time.Duration;
import java.util.List;

/** Sleeps. */
final class SleepProbes {
    static final String GROUP = "sleep";

    private SleepProbes() {}

    static List<Probe> all() {
        return new ProbeGroup(GROUP)
                .blocks("Thread.sleep", here -> Thread.sleep(5))
                .blocks("Thread.sleep(long, int)", here -> Thread.sleep(5, 1))
                .blocks(19, "Thread.sleep(Duration)", here -> LaterApi.sleep(Duration.ofMillis(5)))
                .blocks("TimeUnit.sleep", here -> MILLISECONDS.sleep(5))
                .blocks("TimeUnit.sleep (of microseconds)", here -> MICROSECONDS.sleep(5_000))
                .probes();
    }
}
