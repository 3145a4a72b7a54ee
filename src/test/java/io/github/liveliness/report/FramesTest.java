package io.github.liveliness.report;

import static io.github.liveliness.report.Facts.IN_FUTURE_GET;
import static io.github.liveliness.report.Facts.ORDER;
import static io.github.liveliness.report.Facts.PRICE;
import static io.github.liveliness.report.Facts.TEST;
import static io.github.liveliness.report.Facts.TEST_RUN;
import static io.github.liveliness.report.Facts.WORKER;
import static io.github.liveliness.report.Facts.frame;
import static io.github.liveliness.report.Facts.jdk;
import static io.github.liveliness.report.Facts.join;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FramesTest {

    private static final String AT_PRICE = "at com.acme.OrderService.price(OrderService.java:28)";

    @Test
    void aFrameIsWrittenSoThatIdesLinkIt() {
        assertThat(Frames.line(PRICE)).isEqualTo(AT_PRICE);
    }

    @Test
    void classLoaderAndModuleAreNotShown() {
        StackTraceElement modular =
                new StackTraceElement("app", "shop", "1.0", "com.acme.Shop", "open", "Shop.java", 3);

        assertThat(modular).hasToString("app/shop@1.0/com.acme.Shop.open(Shop.java:3)");
        assertThat(Frames.line(modular)).isEqualTo("at com.acme.Shop.open(Shop.java:3)");
    }

    @Test
    void aFrameWithoutLineOrFileSaysSo() {
        assertThat(Frames.line(new StackTraceElement("A", "a", "A.java", -1))).isEqualTo("at A.a(A.java)");
        assertThat(Frames.line(new StackTraceElement("A", "a", null, -1))).isEqualTo("at A.a(Unknown Source)");
        assertThat(Frames.line(new StackTraceElement("A", "a", "A.java", -2))).isEqualTo("at A.a(Native Method)");
    }

    @Test
    void theBackgroundIsFoldedExceptForTheMethodThatUserCodeCalled() {
        assertThat(Frames.fold(join(IN_FUTURE_GET, List.of(PRICE, ORDER), WORKER)))
                .containsExactly(
                        "... 3 frames of java.util.concurrent",
                        "at java.util.concurrent.FutureTask.get(FutureTask.java:190)",
                        AT_PRICE,
                        "at com.acme.OrderService.order(OrderService.java:19)",
                        "... 4 frames of java.util.concurrent");
    }

    @Test
    void everyKindOfBackgroundIsNamed() {
        assertThat(Frames.fold(join(List.of(TEST), TEST_RUN)))
                .last()
                .isEqualTo("... 5 frames of the JDK, JUnit, the test runner and Liveliness");
    }

    @Test
    void aLoneBackgroundFrameIsNotWorthFolding() {
        assertThat(Frames.fold(List.of(PRICE, jdk("java.lang.Thread.run", 840))))
                .containsExactly(AT_PRICE, "at java.lang.Thread.run(Thread.java:840)");
    }

    @Test
    void theClassOfALambdaIsLeftOut() {
        StackTraceElement lambda = frame("com.acme.OrderService$$Lambda/0x000000007a164210.call", -1);

        assertThat(Frames.fold(List.of(PRICE, lambda, ORDER))).hasSize(2).noneMatch(line -> line.contains("Lambda"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "com.acme.Shop",
                "Shop",
                "javatools.Shop",
                "org.junitpioneer.Shop",
                "com.intellij.plugins.Shop",
                "io.netty.channel.nio.NioEventLoop",
                "io.github.liveliness.engine.EngineTest$Nested",
                "io.github.liveliness.RescueIT",
                "io.github.liveliness.examples.Shop"
            })
    void framesOfUsersAreNeverFolded(String type) {
        StackTraceElement open = frame(type + ".open", 1);
        StackTraceElement enter = frame(type + ".enter", 2);

        assertThat(Frames.fold(List.of(open, enter))).containsExactly(Frames.line(open), Frames.line(enter));
        assertThat(Frames.where(join(IN_FUTURE_GET, List.of(open, enter)))).contains(open);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.lang.Thread",
                "jdk.internal.reflect.DirectMethodHandleAccessor",
                "sun.nio.ch.EPoll",
                "org.junit.jupiter.engine.Engine",
                "org.gradle.internal.Worker",
                "io.github.liveliness.StallExtension",
                "io.github.liveliness.agent.boot.Hooks"
            })
    void framesOfToolsAreFolded(String type) {
        StackTraceElement frame = frame(type + ".run", 1);

        assertThat(Frames.fold(List.of(frame, frame)))
                .singleElement()
                .asString()
                .startsWith("... 2 frames of ");
        assertThat(Frames.where(List.of(frame))).isEmpty();
    }

    @Test
    void aSubmitSiteShowsTheUserBehindALibrary() {
        StackTraceElement spring =
                frame("org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor.submit", 379);

        assertThat(Frames.site(join(List.of(spring, PRICE, ORDER, TEST), TEST_RUN)))
                .containsExactly(spring, PRICE, ORDER);
    }

    @Test
    void aSubmitSiteWithoutUserCodeIsTheSubmittingFrame() {
        assertThat(Frames.site(TEST_RUN)).containsExactly(TEST_RUN.get(0));
    }
}
