package io.github.liveliness.agent;

/** A method of {@link io.github.liveliness.agent.boot.Hooks}, and how a call of it is written into a method. */
enum Hook {
    EXECUTOR_MADE("executorMade", "(Ljava/lang/Object;)V", Place.RETURN, Arguments.RECEIVER),
    TASK_SUBMITTED(
            "taskSubmitted",
            "(Ljava/lang/Object;Ljava/lang/Object;)V",
            Place.ENTRY,
            Arguments.RECEIVER_AND_LAST_PARAMETER),
    WORKER_STARTED("workerStarted", "(Ljava/lang/Object;)V", Place.ENTRY, Arguments.RECEIVER),
    ABOUT_TO_WAIT("aboutToWait", "()V", Place.ENTRY, Arguments.NONE),
    ABOUT_TO_JOIN("aboutToJoin", "(Ljava/lang/Object;)V", Place.ENTRY, Arguments.RECEIVER),
    TIMED_PARK("timedPark", "(J)V", Place.ENTRY, Arguments.LAST_PARAMETER),
    TIMED_PARK_UNTIL("timedParkUntil", "(J)V", Place.ENTRY, Arguments.LAST_PARAMETER),
    THREAD_DIED(
            "threadDied",
            "(Ljava/lang/Object;Ljava/lang/Throwable;)V",
            Place.ENTRY,
            Arguments.RECEIVER_AND_LAST_PARAMETER),
    FUTURE_FAILED(
            "futureFailed",
            "(Ljava/lang/Object;Ljava/lang/Throwable;)V",
            Place.ENTRY,
            Arguments.RECEIVER_AND_LAST_PARAMETER),
    TASK_RUN("taskRun", "(Ljava/lang/Object;Ljava/lang/Throwable;)V", Place.ENTRY, Arguments.PARAMETERS),
    TASK_REJECTED(
            "taskRejected",
            "(Ljava/lang/Object;Ljava/lang/Object;)V",
            Place.ENTRY,
            Arguments.RECEIVER_AND_LAST_PARAMETER),
    STAGE_FAILED(
            "stageFailed",
            "(Ljava/lang/Object;Ljava/lang/Throwable;)V",
            Place.FAILURE,
            Arguments.FUNCTION_AND_THROWABLE);

    /** Where in the method the call stands. */
    enum Place {
        ENTRY,
        RETURN,
        /** Where a stage of a {@code CompletableFuture} is about to complete exceptionally. */
        FAILURE
    }

    /** What of the method's own is handed to the hook. */
    enum Arguments {
        NONE,
        RECEIVER,
        LAST_PARAMETER,
        RECEIVER_AND_LAST_PARAMETER,
        PARAMETERS,
        FUNCTION_AND_THROWABLE;

        boolean includeReceiver() {
            return this == RECEIVER || this == RECEIVER_AND_LAST_PARAMETER;
        }

        boolean includeLastParameter() {
            return this == LAST_PARAMETER || this == RECEIVER_AND_LAST_PARAMETER;
        }
    }

    private final String method;
    private final String descriptor;
    private final Place place;
    private final Arguments arguments;

    Hook(String method, String descriptor, Place place, Arguments arguments) {
        this.method = method;
        this.descriptor = descriptor;
        this.place = place;
        this.arguments = arguments;
    }

    String method() {
        return method;
    }

    String descriptor() {
        return descriptor;
    }

    Place place() {
        return place;
    }

    Arguments arguments() {
        return arguments;
    }
}
