package io.github.liveliness;

import io.github.liveliness.model.Stall;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import org.apiguardian.api.API;
import org.junit.jupiter.api.extension.Extension;

/**
 * What a watched test may ask for: a parameter of test and lifecycle methods.
 *
 * <pre>{@code
 * @Test
 * void theBulkheadRejectsWhatWouldStarveThePool(StallWatch watch) throws Exception {
 *     watch.expectStall(Stall.Kind.STARVATION);
 *     service.placeTooManyOrders();
 *     Stall stall = watch.awaitStall(Stall.Kind.STARVATION, Duration.ofSeconds(5));
 *     assertThat(stall.executors()).containsExactly("orders");
 *     service.shutdownNow();
 * }
 * }</pre>
 *
 * <p>All methods may be called from any thread, while the test runs.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface StallWatch {

    /**
     * Watches an executor that could not be found by itself: one made before the test class was loaded, where the java
     * agent is missing.
     *
     * @param executor the executor; it is held weakly and nothing is put into its queue
     * @param <E> its type
     * @return the same executor
     */
    <E extends Executor> E watch(E executor);

    /**
     * Watches an executor through a wrapper that remembers who submits what, for where the java agent is missing.
     *
     * @param executor the executor that does the work; it is watched as well
     * @return a wrapper to submit to
     */
    ExecutorService wrap(ExecutorService executor);

    /**
     * From now on a stall of this kind is what the test means to show: it does not fail the test, and nothing is done to
     * end it. If none has been seen when the test ends, the test fails.
     *
     * @param kind the kind of stall
     */
    void expectStall(Stall.Kind kind);

    /**
     * Waits on the calling thread until a stall of this kind is seen.
     *
     * @param kind the kind of stall
     * @param within how long to wait at most
     * @return the stall
     * @throws InterruptedException if the calling thread is interrupted
     * @throws AssertionError if none is seen in time
     */
    Stall awaitStall(Stall.Kind kind, Duration within) throws InterruptedException;

    /**
     * The stalls seen in this test so far, expected or not.
     *
     * @return the stalls, in the order in which they were seen
     */
    List<Stall> stalls();

    /**
     * Lets code block threads of bounded executors in this test, as {@link AllowBlocking} does where the code is one's own.
     * It has to be called before the test ends, and allows what has blocked before, too.
     *
     * @param code a package and those below it, {@code "com.acme.*"}, a class, {@code "com.acme.Orders"}, a method, {@code
     *     "com.acme.Orders#price"}, or all constructors of a class, {@code "com.acme.Orders#new"}
     * @param reason why it may block; a blank one is refused
     */
    void allowBlocking(String code, String reason);

    /**
     * Lets a class and its nested classes block threads of bounded executors in this test.
     *
     * @param type the class
     * @param reason why it may block; a blank one is refused
     */
    default void allowBlocking(Class<?> type, String reason) {
        allowBlocking(type.getName(), reason);
    }

    /**
     * Builds the same extension that {@link DetectStalls} brings, for {@code @RegisterExtension}:
     *
     * <pre>{@code
     * @RegisterExtension
     * static final Extension stalls = StallWatch.builder().after("5 s").build();
     * }</pre>
     *
     * @return a builder with all defaults
     */
    static Builder builder() {
        return new StallExtensionBuilder();
    }

    /** Sets what the attributes of {@link DetectStalls} set. */
    @API(status = API.Status.EXPERIMENTAL, since = "0.1")
    interface Builder {

        /**
         * After how long a stall that is not proven fails the test.
         *
         * @param duration a duration such as {@code "5 s"}
         * @return this builder
         * @see DetectStalls#after
         */
        Builder after(String duration);

        /**
         * After how long an executor that only burns processor time fails the test.
         *
         * @param duration a duration such as {@code "1 m"}, or {@code "never"}
         * @return this builder
         * @see DetectStalls#busyAfter
         */
        Builder busyAfter(String duration);

        /**
         * Which thread runs the test bodies.
         *
         * @param mode the mode
         * @return this builder
         * @see DetectStalls#threadMode
         */
        Builder threadMode(DetectStalls.ThreadMode mode);

        /**
         * Whether a starved executor is lent threads.
         *
         * @param lend {@code false} to switch it off
         * @return this builder
         * @see DetectStalls#lend
         */
        Builder lend(boolean lend);

        /**
         * What becomes of calls that block inside tasks of bounded executors.
         *
         * @param blocking what becomes of them
         * @return this builder
         * @see DetectStalls#blocking
         */
        Builder blocking(DetectStalls.Blocking blocking);

        /**
         * Lets code block threads of bounded executors, besides what is allowed for the run.
         *
         * @param code a package, a class, a method, or all constructors of a class
         * @param reason why it may block; a blank one is refused
         * @return this builder
         * @see StallWatch#allowBlocking(String, String)
         */
        Builder allowBlocking(String code, String reason);

        /**
         * Lets a class and its nested classes block threads of bounded executors.
         *
         * @param type the class
         * @param reason why it may block; a blank one is refused
         * @return this builder
         */
        default Builder allowBlocking(Class<?> type, String reason) {
            return allowBlocking(type.getName(), reason);
        }

        /**
         * Builds the extension.
         *
         * @return an extension; a wrong value fails the tests it is registered for
         */
        Extension build();
    }
}
