package io.github.liveliness.report;

import java.util.List;
import java.util.Optional;

/**
 * One wait in words.
 *
 * @param scene what it shares with the waits of other threads that run the same code
 * @param thread the waiting thread's name
 * @param target what it waits for, and who could end that
 */
record Wait(Scene scene, String thread, List<String> target) {

    /**
     * The code in which threads wait.
     *
     * @param how the state of the thread, and the kind of thing it waits for
     * @param where the frame of user code
     * @param site the frames that submitted the tasks waited for, where these were seen and are the same
     */
    record Scene(String how, Optional<StackTraceElement> where, Optional<List<StackTraceElement>> site) {}
}
