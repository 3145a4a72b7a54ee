package io.github.liveliness.explore;

import io.github.liveliness.agent.boot.PointKind;
import io.github.liveliness.explore.Interleaving.Step;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;

/** Shows an interleaving, thread by thread, in lines of the user's alone. */
@API(status = API.Status.INTERNAL)
public final class InterleavingTable {
    private static final int MOST_LINES = 40;
    private static final int WIDTH_OF_WORDS = 22;

    private InterleavingTable() {}

    /** The last of its lines, and how many are left out before them. */
    public static List<String> lines(Interleaving interleaving) {
        List<String> all = all(interleaving);
        if (all.size() <= MOST_LINES) {
            return all;
        }
        List<String> shown = new ArrayList<>();
        shown.add("  (" + (all.size() - MOST_LINES) + " lines before)");
        shown.addAll(all.subList(all.size() - MOST_LINES, all.size()));
        return shown;
    }

    private static List<String> all(Interleaving interleaving) {
        List<String> lines = new ArrayList<>();
        int current = -1;
        for (Step step : interleaving.steps()) {
            String words = words(step.point());
            if (step.line().isEmpty() || words.isEmpty()) {
                continue;
            }
            if (step.thread() != current) {
                current = step.thread();
                lines.add("  " + step.name());
            }
            String line = "      " + words + " ".repeat(Math.max(1, WIDTH_OF_WORDS - words.length())) + "at "
                    + place(step.line().get());
            if (!line.equals(lines.get(lines.size() - 1))) {
                lines.add(line);
            }
        }
        return lines;
    }

    /** As in a stack trace, so that it can be clicked on. */
    private static String place(StackTraceElement line) {
        return line.getClassName() + "." + line.getMethodName() + "(" + line.getFileName() + ":" + line.getLineNumber()
                + ")";
    }

    /** Nothing where a thread only goes on. */
    private static String words(PointKind point) {
        return switch (point) {
            case START -> "starts a thread";
            case CONTINUE -> "";
            case LOCK -> "takes a lock";
            case UNLOCK -> "releases a lock";
            case PARK -> "waits";
            case UNPARK -> "wakes a thread";
            case MONITOR -> "enters a monitor";
            case WAIT -> "waits on a monitor";
            case NOTIFY -> "notifies";
            case JOIN -> "waits for a thread";
            case SLEEP -> "sleeps";
            case SUBMIT -> "submits a task";
            case TASK_BEGINS -> "begins a task";
            case TASK_ENDS -> "ends a task";
            case SYNCHRONIZER -> "uses a synchronizer";
            case MEMORY -> "reads or writes";
        };
    }
}
