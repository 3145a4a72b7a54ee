package io.github.liveliness;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs a test under many schedules, one thread at a time, until it stalls or fails, and says how to make it do so again.
 *
 * <pre>{@code
 * @Test
 * @Explore
 * void placesFourOrdersConcurrently() { ... }
 * }</pre>
 *
 * <p>It stands beside {@code @Test}, {@code @ParameterizedTest} or {@code @RepeatedTest}. For each schedule the test gets a fresh
 * instance, with its {@code @BeforeEach} and {@code @AfterEach} methods and all other extensions; static
 * {@code @BeforeAll} and {@code @AfterAll} methods run once, around them all. Time is virtual: a task that is due in an hour takes no
 * time at all.
 *
 * <p>A schedule that fails is reduced to the few switches between threads that it takes, run ten more times, and told with a
 * token. The token runs that schedule again, on any machine:
 *
 * <pre>{@code
 * @Explore(replay = "L1_cwGzJ2TjlAk0wgMBArQ")
 * }</pre>
 *
 * <p>Each attribute can also be set for a whole run. A system property wins over an attribute, an attribute over {@code
 * junit-platform.properties}. A wrong value fails the test at once.
 *
 * <table>
 * <caption>Settings</caption>
 * <tr><th>attribute</th><th>key</th><th>default</th><th>meaning</th></tr>
 * <tr><td>{@link #schedules}</td><td>{@code liveliness.explore.schedules}</td><td>{@code 100}</td>
 *     <td>how many schedules a test is run under, at most</td></tr>
 * <tr><td>{@link #strategy}</td><td>{@code liveliness.explore.strategy}</td><td>{@code stall_directed}</td>
 *     <td>how schedules are made</td></tr>
 * <tr><td>{@link #seed}</td><td>{@code liveliness.explore.seed}</td><td>{@code 0}</td>
 *     <td>what chance starts from: the same seed makes the same schedules</td></tr>
 * <tr><td>{@link #within}</td><td>{@code liveliness.explore.within}</td><td>{@code 30 s}</td>
 *     <td>how long a test goes on with further schedules; one that fails is reduced for as long at most, and replayed for as
 *     long at most, which makes up to three times that</td></tr>
 * <tr><td>{@link #points}</td><td>{@code liveliness.explore.points}</td><td>{@code synchronization}</td>
 *     <td>where threads may be stopped: {@code synchronization}, or {@code memory}, which adds volatile and atomic accesses</td></tr>
 * <tr><td>{@link #replay}</td><td>{@code liveliness.explore.replay}</td><td>{@code none}</td>
 *     <td>the token of the one schedule that is run again instead of others</td></tr>
 * <tr><td></td><td>{@code liveliness.explore.shard}</td><td>{@code 1/1}</td>
 *     <td>which part of the schedules is run here: {@code 3/8} on the third of eight machines</td></tr>
 * <tr><td></td><td>{@code liveliness.explore.test}</td><td>{@code none}</td>
 *     <td>one test that is explored though it has no {@code @Explore}, where {@link DetectStalls} is:
 *     {@code com.acme.OrderServiceTest#placesFourOrders}, with {@code (int)} for one of several methods of that name, and
 *     {@code [2]} for the second invocation of a parameterized test</td></tr>
 * <tr><td></td><td>{@code liveliness.explore.on-stall}</td><td>{@code false}</td>
 *     <td>whether a test that {@link DetectStalls} found stalled is explored at once, as soon as it is over, so that its report has
 *     a token. What extensions do around a class is done again for each schedule, though the class may have tests left to run:
 *     a static container may be stopped. The stalled tests of a run share one {@code within}</td></tr>
 * </table>
 *
 * <p>{@code liveliness.agent} and {@code liveliness.output} mean what they mean for {@link DetectStalls}, which does nothing for an
 * explored test.
 *
 * @see ScheduleError
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@ExtendWith(ExploreExtension.class)
public @interface Explore {

    /**
     * How many schedules the test is run under, at most.
     *
     * @return a number above zero; 0 for what the run says, else 100
     */
    int schedules() default 0;

    /**
     * How schedules are made.
     *
     * @return the strategy; by default as configured for the run, else {@link Strategy#STALL_DIRECTED}
     */
    Strategy strategy() default Strategy.DEFAULT;

    /**
     * What chance starts from: the same seed makes the same schedules.
     *
     * @return any number; 0 for what the run says, else 0 itself
     */
    long seed() default 0;

    /**
     * How long the test goes on with further schedules. One that fails is reduced for as long at most, and replayed for as
     * long at most.
     *
     * @return a duration such as {@code "2 m"}; empty for what the run says, else 30 s
     */
    String within() default "";

    /**
     * Where one thread may be stopped and another go on.
     *
     * @return the points; by default as configured for the run, else {@link Points#SYNCHRONIZATION}
     */
    Points points() default Points.DEFAULT;

    /**
     * The one schedule that is run instead of others.
     *
     * @return a token as a failed test has printed it; empty to explore
     */
    String replay() default "";

    /** How schedules are made. */
    @API(status = API.Status.EXPERIMENTAL, since = "0.1")
    enum Strategy {
        /** As configured for the run, else {@link #STALL_DIRECTED}. */
        DEFAULT,
        /** Whoever can go on is as likely as anybody else. */
        RANDOM,
        /** Threads have priorities, which a few of them lose on the way. */
        PCT,
        /** What is about to happen has a priority, drawn anew where it meets another access to the same object. */
        POS,
        /**
         * Every schedule, those with few preemptions first: says how many preemptions the schedules may have that all
         * pass.
         */
        EXHAUSTIVE,
        /** Drives pools towards being full of waiting workers, and signals before those who wait for them. */
        STALL_DIRECTED
    }

    /** Where one thread may be stopped and another go on. */
    @API(status = API.Status.EXPERIMENTAL, since = "0.1")
    enum Points {
        /** As configured for the run, else {@link #SYNCHRONIZATION}. */
        DEFAULT,
        /** Where threads and tasks start, end, wait, signal, and take and release locks. */
        SYNCHRONIZATION,
        /** There, and where your classes access volatile fields, atomics and VarHandles. */
        MEMORY
    }
}
