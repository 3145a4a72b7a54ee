package io.github.liveliness;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Fails a test whose executors stall, within a fraction of a second, and says why.
 *
 * <pre>{@code
 * @DetectStalls
 * class OrderServiceTest {
 *     @Test
 *     void placesFourOrdersConcurrently() { ... }
 * }
 * }</pre>
 *
 * <p>Executors are found by themselves: nothing else changes in the test. The annotation applies to all tests and
 * lifecycle methods of a class, to subclasses and nested classes, or to one method; it can be used as a
 * meta-annotation. The outcome of a stalled test is a {@link StallError}, thrown on the test's own thread; all other
 * tests run on.
 *
 * <p>Guarded are constructors, test and lifecycle methods, test factories and the tests that these make. The callbacks of
 * other extensions, such as a {@code BeforeEachCallback}, are not: JUnit lets nobody stand around them, and one that
 * stalls hangs as it would without this annotation.
 *
 * <p>Each attribute can also be set for a whole run. A system property wins over an attribute, an attribute over {@code
 * junit-platform.properties}. A wrong value fails the test at once.
 *
 * <table>
 * <caption>Settings</caption>
 * <tr><th>attribute</th><th>key</th><th>default</th><th>meaning</th></tr>
 * <tr><td>{@link #after}</td><td>{@code liveliness.after}</td><td>{@code 30 s}</td>
 *     <td>after how long a stall that is neither proven nor likely fails the test, or {@code never}</td></tr>
 * <tr><td>{@link #busyAfter}</td><td>{@code liveliness.busy-after}</td><td>{@code never}</td>
 *     <td>after how long an executor that only burns processor time fails the test</td></tr>
 * <tr><td>{@link #threadMode}</td><td>{@code liveliness.thread-mode}</td><td>{@code same_thread}</td>
 *     <td>which thread runs a test body; {@code separate_thread} can be abandoned</td></tr>
 * <tr><td>{@link #lend}</td><td>{@code liveliness.lend}</td><td>{@code true}</td>
 *     <td>whether a starved executor is lent threads, to end the test and to tell how many it needed</td></tr>
 * <tr><td>{@link #blocking}</td><td>{@code liveliness.blocking}</td><td>{@code report}</td>
 *     <td>what becomes of calls that block inside tasks of bounded executors: {@code off}, {@code report}, or
 *     {@code fail}</td></tr>
 * <tr><td></td><td>{@code liveliness.blocking.threshold}</td><td>{@code 1 ms}</td>
 *     <td>how long a wait takes that counts as blocking; reading and writing always does</td></tr>
 * <tr><td></td><td>{@code liveliness.blocking.virtual-threads}</td><td>{@code pinning}</td>
 *     <td>which calls count that block virtual threads: {@code off}, {@code pinning}, which are those that block the
 *     carrier, or {@code all}</td></tr>
 * <tr><td></td><td>{@code liveliness.blocking.jfr}</td><td>{@code auto}</td>
 *     <td>whether the JVM's flight recorder is asked for contended monitors and pinned virtual threads, too: {@code on},
 *     {@code off}, or {@code auto}, where blocking calls fail tests and the agent is missing</td></tr>
 * <tr><td></td><td>{@code liveliness.blocking.allow}</td><td>{@code none}</td>
 *     <td>what may block, with commas between: {@code com.acme.*}, {@code com.acme.Orders},
 *     {@code com.acme.Orders#price}, {@code com.acme.Orders#new}</td></tr>
 * <tr><td></td><td>{@code liveliness.baseline}</td><td>{@code none}</td>
 *     <td>the file of blocking calls that are known: only others are told, or fail a test</td></tr>
 * <tr><td></td><td>{@code liveliness.baseline.write}</td><td>{@code false}</td>
 *     <td>whether the baseline takes in what is found; it is made where there is none</td></tr>
 * <tr><td></td><td>{@code liveliness.mode}</td><td>{@code enabled}</td>
 *     <td>{@code enabled}, {@code disabled}, or {@code disabled_on_debug}</td></tr>
 * <tr><td></td><td>{@code liveliness.whole-suite}</td><td>{@code false}</td>
 *     <td>whether all tests are watched, annotated or not, which wants
 *     {@code junit.jupiter.extensions.autodetection.enabled = true} as well; {@code after} is {@code never} then</td></tr>
 * <tr><td></td><td>{@code liveliness.agent}</td><td>{@code auto}</td>
 *     <td>whether the java agent attaches itself: {@code auto}, {@code off}, or {@code required}</td></tr>
 * <tr><td></td><td>{@code liveliness.halt}</td><td>{@code false}</td>
 *     <td>whether the JVM halts, with exit code 86, when nothing else ends a stuck test</td></tr>
 * <tr><td></td><td>{@code liveliness.output}</td><td>{@code target/liveliness}</td>
 *     <td>the directory that reports are written to</td></tr>
 * <tr><td></td><td>{@code liveliness.proof}</td><td>{@code heap}</td>
 *     <td>what a proof may rest on: {@code heap}, which dumps the live heap where it has to, or {@code graph}</td></tr>
 * <tr><td></td><td>{@code liveliness.proof.max-heap}</td><td>{@code 256 MB}</td>
 *     <td>the largest live heap that is dumped for a proof</td></tr>
 * <tr><td></td><td>{@code liveliness.abandoned.after}</td><td>{@code 1 s}</td>
 *     <td>after how long a wait of a test is put to the proof that nobody is left who could end it, or
 *     {@code never}; with {@code liveliness.proof = graph} none is</td></tr>
 * </table>
 *
 * <p>The keys that begin with {@code liveliness.explore} stand in the documentation of {@link Explore}.
 *
 * <p>Durations read as JUnit's: {@code "500 ms"}, {@code "5 s"}, {@code "2 m"}.
 *
 * @see StallWatch
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ExtendWith(StallExtension.class)
public @interface DetectStalls {

    /**
     * After how long a stall that is neither proven nor likely fails the test. Proven ones fail it at once, likely ones after
     * 2 s.
     *
     * @return a duration such as {@code "5 s"}, or {@code "never"}; empty for the default, 30 s
     */
    String after() default "";

    /**
     * After how long an executor that has due work and only burns processor time fails the test.
     *
     * @return a duration such as {@code "1 m"}, or {@code "never"}; empty for the default, never
     */
    String busyAfter() default "";

    /**
     * Which thread runs the test bodies.
     *
     * @return the mode; by default the thread that JUnit uses
     */
    ThreadMode threadMode() default ThreadMode.DEFAULT;

    /**
     * Whether a starved executor that the stalled test made is lent threads, for at most 100 ms.
     *
     * @return {@code false} to switch it off
     */
    boolean lend() default true;

    /**
     * What becomes of calls that block inside tasks of bounded executors, such as reading a file or sleeping.
     *
     * @return what becomes of them; by default as configured for the run, else they are reported
     * @see AllowBlocking
     */
    Blocking blocking() default Blocking.DEFAULT;

    /** What becomes of a call that blocks inside a task of a bounded executor. */
    @API(status = API.Status.EXPERIMENTAL, since = "0.1")
    enum Blocking {
        /** As configured for the run, else {@link #REPORT}. */
        DEFAULT,
        /** Nobody looks for any. */
        OFF,
        /**
         * It is published as an entry of the test's report, under the key {@code liveliness.blocking}, and stands in a file of
         * {@code liveliness.output} for the whole run, which is named when all tests are over.
         */
        REPORT,
        /** The test fails after it has ended, with a {@link BlockingCallError} that names all of them. */
        FAIL
    }

    /** Which thread runs a test body. */
    @API(status = API.Status.EXPERIMENTAL, since = "0.1")
    enum ThreadMode {
        /** As configured for the run, else {@link #SAME_THREAD}. */
        DEFAULT,
        /** The thread that JUnit uses: thread-bound things such as transactions and static mocks work as ever. */
        SAME_THREAD,
        /** A daemon thread of its own, which is left behind when nothing else ends the body. */
        SEPARATE_THREAD
    }
}
