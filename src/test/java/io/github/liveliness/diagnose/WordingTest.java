package io.github.liveliness.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.model.Activity.Form;
import io.github.liveliness.model.Activity.Waiting;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordingTest {

    @Test
    void aListReadsLikeProse() {
        assertThat(Wording.list(List.of("a"))).isEqualTo("a");
        assertThat(Wording.list(List.of("a", "b"))).isEqualTo("a and b");
        assertThat(Wording.list(List.of("a", "b", "c", "d"))).isEqualTo("a, b, c and d");
    }

    @Test
    void theEndOfALongListIsANumber() {
        assertThat(Wording.list(List.of("a", "b", "c", "d", "e"))).isEqualTo("a, b, c and 2 others");
    }

    @Test
    void theNounAgreesWithTheNames() {
        assertThat(Wording.named("thread", List.of("'a'"))).isEqualTo("thread 'a'");
        assertThat(Wording.named("thread", List.of("'a'", "'b'"))).isEqualTo("threads 'a' and 'b'");
    }

    @Test
    void thePlaceIsTheInnermostFrameOutsideTheJdk() {
        assertThat(Wording.place(List.of(
                        frame("jdk.internal.misc.Unsafe"),
                        frame("java.lang.Thread"),
                        frame("shop.Orders"),
                        frame("B"))))
                .isEqualTo(" in Orders.call(Some.java:7)");
    }

    @Test
    void inTheJdkAloneThePlaceIsTheInnermostFrame() {
        assertThat(Wording.place(List.of(frame("java.lang.Thread"), frame("java.lang.Object"))))
                .isEqualTo(" in Thread.call(Some.java:7)");
    }

    @Test
    void withoutAStackThereIsNoPlace() {
        assertThat(Wording.place(List.of())).isEmpty();
    }

    @Test
    void aNameThatBeginsLikeAPackageOfTheJdkIsNotOfTheJdk() {
        assertThat(Wording.place(List.of(frame("java.lang.Thread"), frame("sunny.Beach"))))
                .isEqualTo(" in Beach.call(Some.java:7)");
    }

    @Test
    void aWaitOfUnknownLengthIsCalledLimited() {
        ThreadBuilder worker = new SnapshotBuilder().thread("worker");
        worker.waits(Form.LATCH, worker.owner()).forUnknownTime();

        assertThat(Wording.waits(worker.build(), (Waiting) worker.build().activity()))
                .isEqualTo("'worker' waits for LATCH@1b2c for a limited time");
    }

    @Test
    void lessThanASecondIsInMilliseconds() {
        assertThat(Wording.time(Duration.ofMillis(999))).isEqualTo("999 ms");
        assertThat(Wording.time(Duration.ofMillis(1999))).isEqualTo("1 s");
    }

    private static StackTraceElement frame(String type) {
        return new StackTraceElement(type, "call", "Some.java", 7);
    }
}
