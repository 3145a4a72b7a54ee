package io.github.liveliness.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SharedPacerTest {

    private final BlockingQueue<Thread> threads = new LinkedBlockingQueue<>();

    @Test
    void runsEveryStepOnTheSameThread() throws InterruptedException {
        SharedPacer.INSTANCE.after(Duration.ofMillis(1), this::step);
        SharedPacer.INSTANCE.after(Duration.ofMillis(2), this::step);

        Thread thread = nextThread();
        assertThat(nextThread()).isSameAs(thread);
        assertThat(thread.getName()).isEqualTo("liveliness-pacer");
    }

    @Test
    void aStepThatThrowsHoldsUpNoOther() throws InterruptedException {
        SharedPacer.INSTANCE.after(Duration.ZERO, () -> {
            throw new IllegalStateException("step");
        });
        SharedPacer.INSTANCE.after(Duration.ZERO, this::step);

        assertThat(nextThread().getName()).isEqualTo("liveliness-pacer");
    }

    @Test
    void aHundredMonitorsShareOneThread() throws InterruptedException {
        List<LivelinessMonitor> monitors = IntStream.range(0, 100)
                .mapToObj(i -> LivelinessMonitor.start(new HandRuntime()).monitor())
                .toList();
        SharedPacer.INSTANCE.after(Duration.ZERO, this::step);
        nextThread();

        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(thread -> thread.getName().equals("liveliness-pacer"))
                .hasSize(1);
        monitors.forEach(LivelinessMonitor::close);
    }

    private void step() {
        threads.add(Thread.currentThread());
    }

    private Thread nextThread() throws InterruptedException {
        Thread thread = threads.poll(10, TimeUnit.SECONDS);
        assertThat(thread).isNotNull();
        return thread;
    }
}
