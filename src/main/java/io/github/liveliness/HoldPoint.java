package io.github.liveliness;

import java.time.Duration;
import java.util.OptionalInt;
import org.apiguardian.api.API;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mockito.stubbing.Answer;
import org.opentest4j.AssertionFailedError;

/**
 * A named place where calls wait until so many have arrived, or until it is opened: it brings about by script what a race
 * brings about once in a thousand runs.
 *
 * <pre>{@code
 * @RegisterExtension
 * final HoldPoint found = HoldPoint.untilArrived("order found", 2);
 *
 * @Test
 * void twoOrdersAtOnce() {
 *     when(orders.find(1)).thenAnswer(found.thenReturn(order));
 *     ...
 * }
 * }</pre>
 *
 * <p>It needs neither {@link Explore} nor the java agent, and Mockito only for its answers. A point that still holds a call
 * when the test method is over is opened, and fails the test with its name; so does one that has held a call for 10 s, or for what {@link
 * #forAtMost} says. Registered in a static field it begins anew with each test, of which one runs at a time.
 *
 * <p>Calls may arrive on any thread.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class HoldPoint implements BeforeEachCallback, AfterTestExecutionCallback, AfterEachCallback {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final HeldCalls calls;

    private HoldPoint(HeldCalls calls) {
        this.calls = calls;
    }

    /**
     * A point that holds calls until somebody opens it.
     *
     * @param name what reports call it
     * @return the point, for a field with {@link RegisterExtension}
     */
    public static HoldPoint untilOpened(String name) {
        return new HoldPoint(new HeldCalls(name, OptionalInt.empty(), LIMIT));
    }

    /**
     * A point that opens by itself when so many calls have arrived.
     *
     * @param name what reports call it
     * @param calls how many calls are to arrive, at least one
     * @return the point, for a field with {@link RegisterExtension}
     */
    public static HoldPoint untilArrived(String name, int calls) {
        if (calls < 1) {
            throw new IllegalArgumentException("Hold point '" + name + "' waits for " + calls
                    + " calls. Let it wait for 1" + " or more, or use untilOpened.");
        }
        return new HoldPoint(new HeldCalls(name, OptionalInt.of(calls), LIMIT));
    }

    /**
     * The same point with another limit to how long it holds a call.
     *
     * @param limit after how long a held call fails
     * @return a new point
     */
    public HoldPoint forAtMost(Duration limit) {
        return new HoldPoint(calls.within(limit));
    }

    /**
     * Holds the call, unless the point is open.
     *
     * @throws InterruptedException if the calling thread is interrupted
     * @throws AssertionError if it is held for too long
     */
    public void await() throws InterruptedException {
        calls.hold();
    }

    /**
     * Waits until so many calls have arrived, held or not.
     *
     * @param count how many
     * @throws InterruptedException if the calling thread is interrupted
     * @throws AssertionError if they do not arrive in the time for which a call is held
     */
    public void awaitArrived(int count) throws InterruptedException {
        calls.awaitArrived(count);
    }

    /** Lets all calls go on, those to come as well. */
    public void open() {
        calls.open();
    }

    /**
     * How many calls have arrived.
     *
     * @return their number
     */
    public int arrived() {
        return calls.arrived();
    }

    /**
     * A Mockito answer that is held here, and then returns a value.
     *
     * @param value the value
     * @param <T> its type
     * @return the answer
     */
    public <T> Answer<T> thenReturn(T value) {
        return HeldAnswer.at(this, invocation -> value);
    }

    /**
     * A Mockito answer that is held here, and then is what another one is.
     *
     * @param answer the other one
     * @param <T> the type of what it answers
     * @return the answer
     */
    public <T> Answer<T> thenAnswer(Answer<T> answer) {
        return HeldAnswer.at(this, answer);
    }

    /** Called by JUnit. */
    @Override
    public void beforeEach(ExtensionContext context) {
        calls.close();
    }

    /** Called by JUnit, before methods that wait for the test's tasks to end. */
    @Override
    public void afterTestExecution(ExtensionContext context) {
        calls.openForgotten().ifPresent(words -> {
            throw new AssertionFailedError(words);
        });
    }

    /** Called by JUnit. */
    @Override
    public void afterEach(ExtensionContext context) {
        calls.open();
    }

    @Override
    public String toString() {
        return calls.toString();
    }
}
