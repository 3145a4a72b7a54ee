package io.github.liveliness.bench;

import com.google.common.util.concurrent.Uninterruptibles;
import io.github.liveliness.proof.HeapAttempt;
import io.github.liveliness.proof.HeapProof;
import io.github.liveliness.reach.Wake;
import java.lang.management.ThreadInfo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Asks the heap about all threads that live, over and over, on a thread of its own. */
final class Sampler {
    private static final long PERIOD_MILLIS = 500;
    private static final long CHECK_MILLIS = 20;
    private static final long LIVE_HEAP_LIMIT = 512L << 20;
    private static final String OWN_NAME = "liveliness";

    private final HeapProof proof;
    private final Claims claims;
    private final LongSummaryStatistics millis = new LongSummaryStatistics();
    private final Map<String, Integer> answers = new TreeMap<>();
    private final Thread thread = new Thread(this::run, "sampler");
    private int dumps;

    Sampler(HeapProof proof, Claims claims) {
        this.proof = proof;
        this.claims = claims;
    }

    void start() {
        thread.setDaemon(true);
        thread.start();
    }

    /** Ends the thread and tells what was asked and answered. */
    String end() {
        thread.interrupt();
        Uninterruptibles.joinUninterruptibly(thread);
        StringBuilder report = new StringBuilder(String.format(
                "attempts %d, dumps at least %d, mean %.0f ms, longest %d ms%n",
                millis.getCount(), dumps, millis.getAverage(), millis.getMax()));
        answers.forEach((answer, count) -> report.append(String.format("%8d  %s%n", count, answer)));
        return report.append(claims.report()).toString();
    }

    private void run() {
        try {
            while (true) {
                for (long waited = 0; waited < PERIOD_MILLIS; waited += CHECK_MILLIS) {
                    Thread.sleep(CHECK_MILLIS);
                    claims.check();
                }
                ask();
            }
        } catch (InterruptedException end) {
            claims.check();
        }
    }

    private void ask() {
        List<Thread> subjects = new ArrayList<>();
        List<Thread> ours = new ArrayList<>();
        for (Thread live : Thread.getAllStackTraces().keySet()) {
            (isOurs(live) ? ours : subjects).add(live);
        }
        Map<Long, ThreadInfo> before = Claims.threads();
        try {
            HeapAttempt attempt = proof.attempt(subjects, ours, LIVE_HEAP_LIMIT);
            if (attempt instanceof HeapAttempt.Made made) {
                note(made.took());
                note(made.wakes(), subjects, before);
            } else {
                count(attempt.toString());
            }
        } catch (RuntimeException broken) {
            count("failed: " + broken);
            broken.printStackTrace();
        }
    }

    /** As in a run that is watched: the threads of Liveliness only look on, and one that runs a test's body does not. */
    private boolean isOurs(Thread live) {
        return live == thread
                || (live.getName().startsWith(OWN_NAME) && !live.getName().contains("body"));
    }

    private void note(Duration took) {
        millis.accept(took.toMillis());
    }

    private void note(List<Wake> wakes, List<Thread> subjects, Map<Long, ThreadInfo> before) {
        dumps += wakes.contains(new Wake.Nobody()) ? 2 : 1;
        if (wakes.size() != subjects.size()) {
            throw new IllegalStateException(subjects.size() + " threads, and " + wakes.size() + " answers");
        }
        for (int index = 0; index < wakes.size(); index++) {
            Wake wake = wakes.get(index);
            count(kind(wake));
            if (wake instanceof Wake.Nobody) {
                Optional.ofNullable(before.get(subjects.get(index).getId())).ifPresent(claims::add);
            }
        }
    }

    private void count(String answer) {
        answers.merge(answer, 1, Integer::sum);
    }

    private static String kind(Wake wake) {
        return wake instanceof Wake.Unseen unseen
                ? "Unseen: " + unseen.doubt().replaceAll("'.*'", "…")
                : wake.getClass().getSimpleName();
    }
}
