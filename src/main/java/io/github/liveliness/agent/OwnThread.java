package io.github.liveliness.agent;

import org.apiguardian.api.API;

/** A thread of ours: it keeps no JVM from ending, and inherits nothing from the test that happens to come first. */
@API(status = API.Status.INTERNAL)
public final class OwnThread {

    private OwnThread() {}

    /** One that has not been started. */
    public static Thread daemon(String name, Runnable work) {
        Thread thread = new Thread(null, work, name, 0, false);
        thread.setDaemon(true);
        thread.setContextClassLoader(null);
        return thread;
    }
}
