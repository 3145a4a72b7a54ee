package io.github.liveliness;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.DetectStalls.Blocking;
import io.github.liveliness.testing.Launched;
import io.github.liveliness.testing.Pools;
import io.github.liveliness.testing.Stalls;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The report of a stall names the calls in which the workers sit. */
class OpenCallsInReportsTest {

    private static final String HEADING = "\n\nCalls that have not returned\n";

    @Test
    void aCallThatWentThroughAHookIsToldWithItsTime() {
        Launched tests = Launched.run(Hooked.class);

        assertThat(tests.stallOf("aLatch")).hasMessageMatching(told("CountDownLatch\\.await, for .*s, by orders-1"));
        assertThat(tests.stallOf("aSocket")).hasMessageMatching(told("ServerSocket\\.accept, for .*s, by orders-1"));
        assertThat(tests.stallOf("aTaskInTheOwnPool"))
                .hasMessageMatching(told("Future(?:Task)?\\.get, for .*s, by orders-1, .* and orders-4"));
    }

    @DetectStalls(blocking = Blocking.REPORT, after = "1 s")
    static class Hooked extends Fixture {}

    @Test
    void withoutHooksTheStackNamesIt() {
        Launched tests = Launched.run(NotAsking.class);

        assertThat(tests.stallOf("aSocket")).hasMessageContaining(HEADING + "  ServerSocket.accept");
        assertThat(tests.stallOf("aTaskInTheOwnPool")).hasMessageMatching(told("Future(?:Task)?\\.get.*"));
    }

    @DetectStalls(blocking = Blocking.OFF, after = "1 s")
    static class NotAsking extends Fixture {}

    private static String told(String call) {
        return "(?s).*" + HEADING + "  " + call.replace(".*", "[^\\n]*") + "\\n.*";
    }

    abstract static class Fixture {
        @Test
        void aLatch() throws Exception {
            CountDownLatch opened = new CountDownLatch(1);
            try {
                behind(opened::await);
            } finally {
                opened.countDown();
            }
        }

        @Test
        void aSocket() throws Exception {
            try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                behind(() -> accept(server));
            }
        }

        @Test
        void aTaskInTheOwnPool() throws Exception {
            Stalls.nestedGet();
        }

        private static void accept(ServerSocket server) throws IOException {
            server.accept().close();
        }

        private static void behind(Blocked first) throws Exception {
            ExecutorService pool = Pools.fixed("orders", 1);
            pool.submit(() -> {
                first.call();
                return 1;
            });
            Future<Integer> queued = pool.submit(() -> 2);
            queued.get();
        }
    }

    /** What blocks. */
    interface Blocked {
        void call() throws Exception;
    }
}
