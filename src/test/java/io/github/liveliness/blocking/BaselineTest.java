package io.github.liveliness.blocking;

import static io.github.liveliness.blocking.Calls.call;
import static io.github.liveliness.blocking.Calls.reads;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.blocking.Baseline.Entry;
import io.github.liveliness.model.BlockingCall;
import io.github.liveliness.model.BlockingCall.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BaselineTest {

    private static final BlockingCall PRICE = reads(10, "com.acme.Orders.price");
    private static final BlockingCall STOCK = call(Kind.SLEEP, "Thread.sleep", 20, "com.acme.Orders.lambda$stock$0");

    @Test
    void aBaselineHoldsOneEntryForEachPlaceInTheirOrder() {
        assertThat(frozen(STOCK, PRICE, PRICE).entries())
                .containsExactly(
                        new Entry(
                                new CallSite("com.acme.Orders#price", "Files.readString"),
                                List.of(Kind.FILE),
                                "Orders.java:28"),
                        new Entry(
                                new CallSite("com.acme.Orders#stock", "Thread.sleep"),
                                List.of(Kind.SLEEP),
                                "Orders.java:28"));
    }

    @Test
    void aFrameWithoutFileOrLineMakesASampleToo() {
        StackTraceElement noFile = new StackTraceElement("com.acme.Orders", "a", null, 1);
        StackTraceElement noLine = new StackTraceElement("com.acme.Orders", "b", "Orders.java", -1);

        assertThat(frozen(at(List.of(noFile)), at(List.of(noLine)), at(List.of()))
                        .entries())
                .extracting(Entry::sample)
                .containsExactly("unknown:1", "Orders.java", "unknown");
    }

    @Test
    void onlyWhatIsNotInTheBaselineIsNew() {
        List<Finding> findings = Findings.group(List.of(PRICE, STOCK));

        assertThat(frozen(PRICE, reads(5, "com.acme.Gone.gone")).without(findings))
                .containsExactly(findings.get(0));
    }

    @Test
    void anotherCallInAPlaceThatIsKnownIsNew() {
        List<Finding> findings = Findings.group(List.of(call(Kind.SLEEP, "Thread.sleep", 20, "com.acme.Orders.price")));

        assertThat(frozen(PRICE).without(findings)).isEqualTo(findings);
    }

    @Test
    void everythingIsNewToAnEmptyBaselineAndNothingToItsOwn() {
        List<Finding> findings = Findings.group(List.of(PRICE, STOCK));

        assertThat(Baseline.EMPTY.without(findings)).isEqualTo(findings);
        assertThat(Baseline.of(findings).without(findings)).isEmpty();
    }

    @Test
    void linesAndLambdasThatMoveMakeNothingNew() {
        BlockingCall moved = at(List.of(new StackTraceElement("com.acme.Orders", "lambda$price$7", "Orders.java", 99)));

        assertThat(frozen(PRICE).without(Findings.group(List.of(moved)))).isEmpty();
    }

    @Test
    void addingChangesNoEntryThatIsThere() {
        Baseline known = frozen(PRICE);
        Baseline moved =
                frozen(at(List.of(new StackTraceElement("com.acme.Orders", "price", "Orders.java", 99))), STOCK);

        assertThat(known.plus(moved)).isEqualTo(frozen(PRICE, STOCK));
        assertThat(known.plus(known)).isEqualTo(known);
        assertThat(known.plus(Baseline.EMPTY)).isEqualTo(known);
    }

    @Test
    void theOrderOfAddingDoesNotMatter() {
        Baseline one = frozen(PRICE);
        Baseline other = frozen(STOCK);

        assertThat(one.plus(other)).isEqualTo(other.plus(one));
    }

    private static BlockingCall at(List<StackTraceElement> stack) {
        return new BlockingCall(
                Kind.FILE, "Files.readString", Duration.ZERO, true, stack, "orders", Optional.empty(), "T.t()");
    }

    private static Baseline frozen(BlockingCall... calls) {
        return Baseline.of(Findings.group(List.of(calls)));
    }
}
