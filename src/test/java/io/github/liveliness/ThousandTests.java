package io.github.liveliness;

import io.github.liveliness.model.Stall;
import io.github.liveliness.testing.Heap;
import io.github.liveliness.testing.Launched;
import io.github.liveliness.testing.Pools;
import io.github.liveliness.testing.Stalls;
import java.util.concurrent.ExecutorService;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Ten classes of a hundred tests, all at the same time, each test with a pool of its own; two of each class stall. Prints what
 * they failed with, and how much of the heap is in use that was not before.
 */
final class ThousandTests {
    private static final int EACH = 100;
    private static final int AT_A_TIME = 8;

    private static final Class<?>[] CLASSES = {
        A.class, B.class, C.class, D.class, E.class, F.class, G.class, H.class, I.class, J.class
    };

    private ThousandTests() {}

    public static void main(String[] arguments) {
        // What is loaded and kept once is not what is asked about here.
        run();
        long before = Heap.used();
        Launched launched = run();
        System.out.println("passed " + launched.passed().size());
        launched.failures().stream()
                .map(failure -> failure instanceof StallError error ? words(error) : failure.toString())
                .forEach(line -> System.out.println("failed " + line));
        launched = null;
        System.out.println("grown " + (Heap.used() - before));
    }

    private static Launched run() {
        return Launched.inParallel(AT_A_TIME).run(CLASSES);
    }

    private static String words(StallError error) {
        Stall stall = error.stall();
        return stall.kind() + " (" + stall.verdict() + ") on " + stall.executors();
    }

    abstract static class Tests {
        static Stream<Integer> numbers() {
            return IntStream.rangeClosed(1, EACH).boxed();
        }

        @ParameterizedTest
        @MethodSource("numbers")
        void runs(int number) throws Exception {
            ExecutorService pool = Pools.fixed(getClass().getSimpleName() + "-" + number, 2);
            try {
                Stalls.nestedGet(pool, number % 50 == 0 ? 2 : 1);
            } finally {
                pool.shutdownNow();
            }
        }
    }

    @DetectStalls
    static class A extends Tests {}

    @DetectStalls
    static class B extends Tests {}

    @DetectStalls
    static class C extends Tests {}

    @DetectStalls
    static class D extends Tests {}

    @DetectStalls
    static class E extends Tests {}

    @DetectStalls
    static class F extends Tests {}

    @DetectStalls
    static class G extends Tests {}

    @DetectStalls
    static class H extends Tests {}

    @DetectStalls
    static class I extends Tests {}

    @DetectStalls
    static class J extends Tests {}
}
