package io.github.liveliness.pressure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.DetectStalls;
import io.github.liveliness.model.Verdict;
import io.github.liveliness.testing.LateSignals;
import io.github.liveliness.testing.Launched;
import io.github.liveliness.testing.Pools;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import org.junit.jupiter.api.Test;

/** A worker that reads, with work behind it. Somebody else writes in time, or in the twin the task that is queued behind. */
class BlockedReadsTest {
    private static final int TESTS = 3;

    @InThisJvm
    void whoReadsWhatOthersWriteFailsNoTest() {
        Launched tests = Launched.inParallel(TESTS).run(Healthy.class);

        assertThat(tests.failed()).as("false failures").isEmpty();
        assertThat(tests.passed()).hasSize(TESTS);
    }

    @DetectStalls(after = "2 s")
    static class Healthy extends Bodies {
        @Override
        void write(ExecutorService pool, Runnable write) {
            LateSignals.after(Duration.ofMillis(1_200), write);
        }
    }

    /** Nobody knows who is at the other end, and so this is suspected. */
    @InThisJvm
    void whoReadsWhatIsQueuedBehindItIsStillFound() {
        Launched tests = Launched.inParallel(TESTS).run(Stalled.class);

        assertThat(tests.passed()).as("missed stalls").isEmpty();
        assertThat(tests.failed()).hasSize(TESTS).allSatisfy(name -> {
            assertThat(tests.stallOf(name).stall().executors()).as(name).containsExactly("orders");
            assertThat(tests.stallOf(name).stall().verdict()).as(name).isEqualTo(Verdict.SUSPECTED);
        });
    }

    @DetectStalls(after = "2 s")
    static class Stalled extends Bodies {
        @Override
        void write(ExecutorService pool, Runnable write) {
            pool.execute(write);
        }
    }

    abstract static class Bodies {
        private final ExecutorService pool = Pools.fixed("orders", 1);

        /** Has it written later on. */
        abstract void write(ExecutorService pool, Runnable write);

        @Test
        void fromASocket() throws Exception {
            try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                    Socket one = new Socket(server.getInetAddress(), server.getLocalPort());
                    Socket other = server.accept()) {
                readAndWrite(one.getInputStream(), other.getOutputStream());
            }
        }

        @Test
        void fromAPipeOfTheSystem() throws Exception {
            Pipe pipe = Pipe.open();
            try (InputStream in = Channels.newInputStream(pipe.source());
                    OutputStream out = Channels.newOutputStream(pipe.sink())) {
                readAndWrite(in, out);
            }
        }

        @Test
        void fromAPipeOfTheJdk() throws Exception {
            try (PipedOutputStream out = new PipedOutputStream();
                    PipedInputStream in = new PipedInputStream(out)) {
                readAndWrite(in, out);
            }
        }

        private void readAndWrite(InputStream in, OutputStream out) throws Exception {
            pool.submit(() -> in.read());
            write(pool, () -> send(out));
            pool.submit(() -> 1).get();
        }

        private static void send(OutputStream out) {
            try {
                out.write(1);
                out.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
