package io.github.liveliness.blocking;

import static io.github.liveliness.blocking.Calls.call;
import static io.github.liveliness.blocking.Calls.reads;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.model.BlockingCall;
import io.github.liveliness.model.BlockingCall.Kind;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindingWordsTest {
    private static final String PRICE = "com.acme.Orders.price";

    @Test
    void aCallIsToldWithItsPlaceItsExecutorAndWhoSubmittedTheTask() {
        assertThat(words(call(Kind.SLEEP, "Thread.sleep", 20, PRICE)))
                .startsWith("""
                        One blocking call inside tasks of bounded executors in OrdersTest.places()

                        Thread.sleep sleeps: blocked for 20 ms
                            at com.acme.Orders.price(""")
                .contains("\n  in a task of 'orders', submitted\n    at ")
                .endsWith("@AllowBlocking(reason = \"...\") on the method.\n");
    }

    @Test
    void callsOfOnePlaceAreToldTogether() {
        assertThat(words(reads(10, PRICE), reads(30, PRICE)))
                .contains(
                        "Files.readString reads or writes a file: blocked 2 times, 40 ms in all, 30 ms the longest\n");
    }

    @Test
    void whatHasNotReturnedIsStillBlocked() {
        BlockingCall over = reads(10, PRICE);
        BlockingCall now = still(30);

        assertThat(words(now)).contains("Files.readString reads or writes a file: still blocked after 30 ms\n");
        assertThat(words(over, now))
                .contains("blocked 2 times, 40 ms in all, 30 ms the longest, 1 of them still blocked\n");
    }

    @Test
    void shortTimesKeepATenth() {
        BlockingCall read = reads(1, PRICE);
        BlockingCall shorter = new BlockingCall(
                read.kind(),
                read.name(),
                Duration.ofNanos(123_456),
                true,
                read.stack(),
                read.executor(),
                read.submission(),
                read.test());

        assertThat(words(shorter)).contains(": blocked for 0.1 ms\n");
    }

    private static BlockingCall still(int millis) {
        BlockingCall read = reads(millis, PRICE);
        return new BlockingCall(
                read.kind(),
                read.name(),
                read.duration(),
                false,
                read.stack(),
                read.executor(),
                read.submission(),
                read.test());
    }

    @Test
    void whatCouldNotBeSeenIsSaidAtTheEnd() {
        String unseen = "Blocking calls (files) are not seen: this JDK has no java.io.File.moved.";

        assertThat(FindingWords.of(Findings.group(List.of()), "OrdersTest.places()", 1200, List.of(unseen)))
                .endsWith("\n\n1200 more calls came too fast to be looked at, and may have been made elsewhere.\n"
                        + unseen + "\n");
    }

    private static String words(BlockingCall... calls) {
        return FindingWords.of(Findings.group(List.of(calls)), "OrdersTest.places()", 0, List.of());
    }
}
