package io.github.liveliness.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.AllowBlocking;
import io.github.liveliness.blocking.AllowEntry;
import io.github.liveliness.blocking.CallBook;
import io.github.liveliness.blocking.FlightBook;
import io.github.liveliness.blocking.ReadAnnotations;
import java.lang.reflect.AnnotatedElement;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BlockingJudgeTest {

    private final BlockingJudge judge = new BlockingJudge(
            new CallBook(System::nanoTime, Thread::getId),
            new FlightBook(System::nanoTime, Thread::getId),
            new ReadAnnotations(BlockingJudgeTest.class.getClassLoader(), BlockingJudgeTest::reason),
            new BlockingReport(new ReportFolder(1, line -> {})));

    /** Two tests, of which each allows something of its own. */
    @Test
    void whatHasAllowedNothingInAnyTestIsToldOnceAtTheEnd() {
        Blocking settings = Given.blocking(Blocking.Then.FAIL);
        AllowEntry shared = AllowEntry.of("com.acme.Orders", "small");

        for (String test : List.of("one", "another")) {
            judge.judge(
                    Scope.of(test, List.of()),
                    settings.allowing(List.of(shared, AllowEntry.of("com.acme.Bills#" + test, "small"))),
                    Path.of("unused"),
                    List::of);
        }

        assertThat(judge.whatDidNotBlock(List.of()))
                .containsExactly(
                        shared.unused(),
                        AllowEntry.of("com.acme.Bills#one", "small").unused(),
                        AllowEntry.of("com.acme.Bills#another", "small").unused());
    }

    @Test
    void annotationsThatHaveAllowedNothingAreToldOnceSomebodyHasLooked() {
        String annotated = Annotated.class.getName();
        assertThat(judge.whatDidNotBlock(List.of(annotated))).isEmpty();

        judge.noteUses(Scope.of("one that is not judged", List.of()), Given.blocking(Blocking.Then.FAIL));

        assertThat(judge.whatDidNotBlock(List.of(annotated, "com.acme.Gone")))
                .containsExactly("@AllowBlocking on " + annotated + "#load has allowed nothing in this run."
                        + " Take it out, unless other tests need it.");
        assertThat(judge.whatDidNotBlock(List.of(annotated))).isEmpty();
    }

    static final class Annotated {
        @AllowBlocking(reason = "nobody calls it")
        void load() {}
    }

    private static Optional<String> reason(AnnotatedElement code) {
        return Optional.ofNullable(code.getAnnotation(AllowBlocking.class)).map(AllowBlocking::reason);
    }
}
