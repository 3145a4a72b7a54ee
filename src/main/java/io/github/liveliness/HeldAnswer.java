package io.github.liveliness;

import org.mockito.invocation.InvocationOnMock;
import org.mockito.stubbing.Answer;

/** An answer that waits at a hold point. Nobody loads it without Mockito. */
record HeldAnswer<T>(HoldPoint point, Answer<T> then) implements Answer<T> {

    /** Returns no more than an answer: to check that this is one, the JVM would load both when it loads hold points. */
    static <T> Answer<T> at(HoldPoint point, Answer<T> then) {
        return new HeldAnswer<>(point, then);
    }

    @Override
    public T answer(InvocationOnMock invocation) throws Throwable {
        point.await();
        return then.answer(invocation);
    }
}
