package io.github.liveliness.blocking;

import static io.github.liveliness.blocking.Calls.SUBMIT;
import static io.github.liveliness.blocking.Calls.call;
import static io.github.liveliness.blocking.Calls.frame;
import static io.github.liveliness.blocking.Calls.reads;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.model.BlockingCall;
import io.github.liveliness.model.BlockingCall.Kind;
import io.github.liveliness.model.Submission;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class FindingsTest {

    private static final String PRICE = "com.acme.Orders.price";
    private static final String STOCK = "com.acme.Orders.stock";

    @Test
    void callsOfOnePlaceMakeOneFinding() {
        BlockingCall longest = reads(30, "com.acme.Orders.lambda$price$1");

        assertThat(Findings.group(List.of(reads(10, PRICE), longest, reads(20, PRICE))))
                .containsExactly(new Finding(
                        new CallSite("com.acme.Orders#price", "Files.readString"),
                        List.of(Kind.FILE),
                        3,
                        0,
                        Duration.ofMillis(60),
                        Duration.ofMillis(30),
                        longest,
                        List.of("orders"),
                        List.of(SUBMIT),
                        List.of("OrdersTest.places()")));
    }

    @Test
    void differentCallsOfOnePlaceAreTwoFindings() {
        assertThat(Findings.group(List.of(reads(10, PRICE), call(Kind.SLEEP, "Thread.sleep", 20, PRICE))))
                .extracting(Finding::site)
                .containsExactly(
                        new CallSite("com.acme.Orders#price", "Thread.sleep"),
                        new CallSite("com.acme.Orders#price", "Files.readString"));
    }

    @Test
    void whatBlockedLongestInTotalComesFirstAndTheNameDecidesBetweenEquals() {
        assertThat(Findings.group(List.of(
                        reads(15, STOCK), reads(10, PRICE), reads(15, "com.acme.Orders.cost"), reads(10, PRICE))))
                .extracting(finding -> finding.site().place())
                .containsExactly("com.acme.Orders#price", "com.acme.Orders#cost", "com.acme.Orders#stock");
    }

    @Test
    void whatIsStillBlockedCountsWithItsTimeSoFar() {
        assertThat(Findings.group(List.of(reads(10, PRICE), stillBlocked(10))))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.count()).isEqualTo(2);
                    assertThat(finding.stillBlocked()).isEqualTo(1);
                    assertThat(finding.total()).isEqualTo(Duration.ofMillis(20));
                    assertThat(finding.sample().returned()).isFalse();
                });
    }

    @Test
    void everyKindExecutorSubmitSiteAndTestIsNamedOnce() {
        BlockingCall other = new BlockingCall(
                Kind.PINNED,
                "Files.readString",
                Duration.ofMillis(5),
                true,
                List.of(frame(PRICE)),
                "billing",
                Optional.of(new Submission("main", Duration.ZERO, List.of(frame("com.acme.Bills.submit", 3)))),
                "BillsTest.bills()");

        assertThat(Findings.group(List.of(reads(10, PRICE), other, reads(10, PRICE))))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.kinds()).containsExactly(Kind.FILE, Kind.PINNED);
                    assertThat(finding.executors()).containsExactly("billing", "orders");
                    assertThat(finding.submitSites()).containsExactly(frame("com.acme.Bills.submit", 3), SUBMIT);
                    assertThat(finding.tests()).containsExactly("BillsTest.bills()", "OrdersTest.places()");
                });
    }

    @Test
    void aTaskOfTheJdksOwnCodeIsFoundWhereItWasSubmitted() {
        assertThat(Findings.group(List.of(reads(10))))
                .extracting(Finding::site)
                .containsExactly(new CallSite("com.acme.Orders#submit", "Files.readString"));
    }

    @Test
    void aCallThatNobodyCanPlaceIsStillAFinding() {
        BlockingCall placeless = new BlockingCall(
                Kind.SLEEP, "Thread.sleep", Duration.ZERO, true, List.of(), "orders", Optional.empty(), "T.t()");

        assertThat(Findings.group(List.of(placeless)))
                .extracting(Finding::site)
                .containsExactly(new CallSite("unknown#unknown", "Thread.sleep"));
    }

    @Test
    void noCallsMakeNoFindings() {
        assertThat(Findings.group(List.of())).isEmpty();
    }

    @RepeatedTest(20)
    void theOrderOfTheCallsDoesNotMatter() {
        Random random = new Random();
        List<BlockingCall> calls = new ArrayList<>();
        for (int number = 0; number < 40; number++) {
            calls.add(reads(random.nextInt(3), random.nextBoolean() ? PRICE : STOCK, "com.acme.A.a" + number % 5));
        }
        List<BlockingCall> shuffled = new ArrayList<>(calls);
        Collections.shuffle(shuffled, random);

        assertThat(Findings.group(shuffled)).isEqualTo(Findings.group(calls));
    }

    private static BlockingCall stillBlocked(long millis) {
        BlockingCall call = reads(millis, PRICE);
        return new BlockingCall(
                call.kind(),
                call.name(),
                call.duration(),
                false,
                call.stack(),
                call.executor(),
                call.submission(),
                call.test());
    }
}
