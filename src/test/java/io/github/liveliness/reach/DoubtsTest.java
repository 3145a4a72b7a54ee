package io.github.liveliness.reach;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.reach.LiveThreads.Optimized;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DoubtsTest {
    private static final Wake.Unseen OPTIMIZED =
            new Wake.Unseen("Thread 'mover' runs optimized code, and a dump does not show all it holds.", false);
    private static final Wake.Unseen LOADS = new Wake.Unseen(
            "Thread 'mover' is loading a class, and a dump does not show what it is about to pass on.", true);

    @TempDir
    private Path folder;

    private final HandDump dump = new HandDump();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "com.acme.Main.<clinit>",
                "java.lang.ClassLoader.loadClass",
                "java.net.URLClassLoader.findClass",
                "java.lang.ClassLoader.defineClass",
                "java.lang.ClassLoader.checkPackageAccess",
                "java.lang.invoke.MethodHandleNatives.linkCallSite"
            })
    void whoLoadsAClassPassesOnWhatIsNotShownYet(String frame) throws IOException {
        dump.runs("mover", "java.lang.String.hashCode", frame, "com.acme.Main.run");

        assertThat(doubt(Set.of(), 0)).contains(LOADS);
    }

    @Test
    void codeThatIsNotOptimizedShowsAllItHolds() throws IOException {
        dump.runs("mover", "java.lang.Thread.sleep", "com.acme.Main.run");

        assertThat(doubt(Set.of("com.acme.Other.run"), 9)).isEmpty();
    }

    @Test
    void optimizedCodeOfTheUserHides() throws IOException {
        dump.runs("mover", "java.lang.Thread.sleep", "com.acme.Main.run");

        assertThat(doubt(Set.of("com.acme.Main.run"), 0)).contains(OPTIMIZED);
    }

    @Test
    void optimizedCodeThatTheUserCallsHidesNothingOfTheUsers() throws IOException {
        dump.runs("mover", "java.lang.Thread.sleep", "com.acme.Main.run");

        assertThat(doubt(Set.of("java.lang.Thread.sleep"), 9)).isEmpty();
    }

    @Test
    void optimizedCodeOfTheJdkMayHaveSwallowedWhatItCalls() throws IOException {
        dump.runs("mover", "com.acme.Main.accept", "java.util.Spliterator.each", "java.util.Stream.each");

        assertThat(doubt(Set.of("java.util.Spliterator.each"), 1)).contains(OPTIMIZED);
        assertThat(doubt(Set.of("java.util.Stream.each"), 2)).contains(OPTIMIZED);
    }

    @Test
    void beyondTheDepthOfItsCallsItHasNot() throws IOException {
        dump.runs("mover", "com.acme.Main.accept", "java.util.Spliterator.each", "java.util.Stream.each");

        assertThat(doubt(Set.of("java.util.Spliterator.each"), 0)).isEmpty();
        assertThat(doubt(Set.of("java.util.Stream.each"), 1)).isEmpty();
    }

    @Test
    void whatIsCalledByReflectionIsNotSwallowed() throws IOException {
        dump.runs("mover", "com.acme.Main.run", "java.lang.reflect.Method.invoke", "java.util.Stream.each");

        assertThat(doubt(Set.of("java.util.Stream.each", "java.lang.reflect.Method.invoke"), 9))
                .isEmpty();
        assertThat(doubt(Set.of("com.acme.Main.run"), 9)).contains(OPTIMIZED);
    }

    @Test
    void theDepthIsCountedFromTheOutermostMethodOfTheUser() throws IOException {
        dump.runs(
                "mover", "com.acme.Main.accept", "java.util.Stream.each", "com.acme.Main.run", "java.lang.Thread.run");

        assertThat(doubt(Set.of("java.lang.Thread.run"), 1)).contains(OPTIMIZED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.lang.Thread",
                "jdk.internal.misc.Unsafe",
                "org.junit.jupiter.engine.Engine",
                "org.apache.maven.surefire.booter.ForkedBooter",
                "org.apache.maven.plugin.surefire.Starter",
                "com.intellij.rt.junit.Starter",
                "org.eclipse.jdt.internal.junit.Runner"
            })
    void whoRunsTestsHoldsNothingThatWakes(String runner) throws IOException {
        dump.runs("mover", runner + ".run");

        assertThat(doubt(Set.of(runner + ".run"), 9)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"javax.swing.Timer", "org.junitpioneer.Pioneer", "sun.misc.Signal"})
    void othersMay(String user) throws IOException {
        dump.runs("mover", user + ".run");

        assertThat(doubt(Set.of(user + ".run"), 0)).contains(OPTIMIZED);
    }

    private Optional<Wake.Unseen> doubt(Set<String> methods, int depth) throws IOException {
        Heap heap = dump.read(folder);
        LiveThreads live = new LiveThreads(Set.of(), Map.of(), new Optimized(methods, depth));
        Cast cast = new Cast(heap, Instances.of(heap, WaitNodes.CLASSES), live, HandDump.ROSTER);
        return new Doubts(live, cast).of(heap.threads());
    }

    @Test
    void theDataOfAHiddenClassIsNotShown() throws IOException {
        dump.writer().type("com.acme.Proxy+0x00007f01cafe", HandDump.OBJECT);

        assertThat(Doubts.ofHiddenClasses(dump.read(folder)))
                .contains(new Wake.Unseen(
                        "A dump does not show what the hidden class com.acme.Proxy+0x00007f01cafe was defined with.",
                        false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "com.acme.Main$$Lambda+0x00007f01",
                "com.acme.Main$$Lambda$17+0x00007f01",
                "com.acme.Main$$InjectedInvoker+0x00007f01",
                "com.acme.Main$$TypeSwitch+0x00007f01",
                "java.lang.invoke.LambdaForm$MH+0x00007f01",
                "jdk.internal.reflect.DirectMethodHandleAccessor+0x00007f01",
                "sun.reflect.Accessor+0x00007f01",
                "com.acme.Price0x01"
            })
    void theJdksHiddenClassesArePartsOfCalls(String name) throws IOException {
        dump.writer().type(name, HandDump.OBJECT);

        assertThat(Doubts.ofHiddenClasses(dump.read(folder))).isEmpty();
    }

    @Test
    void virtualThreadsAreADoubtWhereDumpsDoNotShowThem() throws IOException {
        dump.writer().type("java.lang.BaseVirtualThread", HandDump.THREAD);
        dump.writer().type("java.lang.VirtualThread", "java.lang.BaseVirtualThread");
        Instances none = Instances.of(dump.read(folder), Doubts.CLASSES);
        dump.writer().instance("java.lang.VirtualThread", Map.of());
        Instances one = Instances.of(dump.read(folder), Doubts.CLASSES);

        assertThat(Doubts.ofVirtualThreads(none, false)).isEmpty();
        assertThat(Doubts.ofVirtualThreads(one, true)).isEmpty();
        assertThat(Doubts.ofVirtualThreads(one, false)).isPresent();
    }
}
