package io.github.liveliness;

import org.mockito.invocation.InvocationOnMock;
import org.mockito.stubbing.Answer;

/** An answer that waits at a hold point. Nobody loads it without Mockito. */
record HeldAnswer<T>(HoldPoint point, Answer<T> then) implements Answer<T> {

    @Override
    public T answer(InvocationOnMock invocation) throws Throwable {
        point.await();
        return then.answer(invocation);
    }
}
