package io.github.liveliness.rescue;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A daemon thread for one action that may block on a user's lock or in a user's code; nobody needs it back. */
final class SideThread<T> {

    private final FutureTask<T> action;

    private SideThread(FutureTask<T> action) {
        this.action = action;
    }

    static <T> SideThread<T> start(Callable<T> action) {
        FutureTask<T> task = new FutureTask<>(action);
        Thread thread = new Thread(task, "liveliness-rescue");
        thread.setDaemon(true);
        thread.start();
        return new SideThread<>(task);
    }

    /**
     * Waits for the action's result; an action that is late goes on by itself.
     *
     * @throws ExecutionException if the action threw
     * @throws TimeoutException if there was no result in time
     */
    T await(Duration limit) throws InterruptedException, ExecutionException, TimeoutException {
        try {
            return action.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            throw new TimeoutException(
                    "no answer within %d ms; a lock or code of the test seems to block it".formatted(limit.toMillis()));
        }
    }

    /** Why something failed, as the end of a sentence. */
    static String reason(Throwable failure) {
        if (failure instanceof TimeoutException late && late.getMessage() != null) {
            return late.getMessage();
        }
        if (failure instanceof ExecutionException wrapper && wrapper.getCause() != null) {
            return wrapper.getCause().toString();
        }
        return failure.toString();
    }
}
