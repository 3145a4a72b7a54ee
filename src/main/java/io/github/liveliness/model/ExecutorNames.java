package io.github.liveliness.model;

import org.apiguardian.api.API;

/** What people call an executor: what the names of its threads have in common. */
@API(status = API.Status.INTERNAL)
public final class ExecutorNames {

    private ExecutorNames() {}

    /** The name of the executor that a thread of this name works for. */
    public static String ofThread(String threadName) {
        String withoutNumber = threadName.replaceFirst("[-_#. ]*\\d+$", "");
        return withoutNumber.replaceFirst("[-_](thread|worker)$", "");
    }
}
