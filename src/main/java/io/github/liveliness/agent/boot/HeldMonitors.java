package io.github.liveliness.agent.boot;

import java.util.Arrays;

/** The monitors that one thread of a controlled run has entered, and how often. */
final class HeldMonitors {

    private Object[] monitors = new Object[4];
    private int[] times = new int[4];
    private int count;

    boolean include(Object monitor) {
        return find(monitor) >= 0;
    }

    void enter(Object monitor) {
        enter(monitor, 1);
    }

    void enter(Object monitor, int often) {
        int found = find(monitor);
        if (found >= 0) {
            times[found] += often;
            return;
        }
        if (count == monitors.length) {
            monitors = Arrays.copyOf(monitors, 2 * count);
            times = Arrays.copyOf(times, 2 * count);
        }
        monitors[count] = monitor;
        times[count++] = often;
    }

    /** A monitor that was entered before its class was rewritten is not among them. */
    void exit(Object monitor) {
        int found = find(monitor);
        if (found >= 0 && --times[found] == 0) {
            remove(found);
        }
    }

    /** Gives a monitor up; returns how often it had been entered. */
    int giveUp(Object monitor) {
        int found = find(monitor);
        if (found < 0) {
            return 0;
        }
        int often = times[found];
        remove(found);
        return often;
    }

    private int find(Object monitor) {
        for (int index = count - 1; index >= 0; index--) {
            if (monitors[index] == monitor) {
                return index;
            }
        }
        return -1;
    }

    private void remove(int index) {
        count--;
        monitors[index] = monitors[count];
        times[index] = times[count];
        monitors[count] = null;
    }
}
