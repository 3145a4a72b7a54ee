package io.github.liveliness.agent.boot;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The latest recorded submissions to one executor; the oldest make room.
 *
 * <p>Lock-free. The slots come in chunks, each allocated when first used, because most executors see few tasks and there
 * may be thousands of executors.
 */
public final class SubmissionRing {

    /** How many submissions are kept. */
    public static final int CAPACITY = 1024;

    static final SubmissionRing EMPTY = new SubmissionRing();

    private static final int CHUNK = 32;

    private final AtomicReferenceArray<AtomicReferenceArray<SeenSubmission>> chunks =
            new AtomicReferenceArray<>(CAPACITY / CHUNK);
    private final AtomicLong next = new AtomicLong();
    private volatile long oldest;

    SubmissionRing() {}

    /** Returns what is known of the latest submission of this very task, or {@link SeenSubmission#NONE}. */
    public SeenSubmission find(Object task) {
        long last = oldestKept();
        for (long index = next.get() - 1; index >= last; index--) {
            SeenSubmission submission = at(index);
            if (submission.refersTo(task)) {
                return submission;
            }
        }
        return SeenSubmission.NONE;
    }

    /** The submissions that still concern somebody, newest first. */
    public List<SeenSubmission> newestFirst() {
        List<SeenSubmission> submissions = new ArrayList<>();
        long last = oldestKept();
        for (long index = next.get() - 1; index >= last; index--) {
            SeenSubmission submission = at(index);
            if (!submission.isGone()) {
                submissions.add(submission);
            }
        }
        return submissions;
    }

    void add(SeenSubmission submission) {
        int slot = slot(next.getAndIncrement());
        chunkFor(slot / CHUNK).set(slot % CHUNK, submission);
    }

    /** Whether this very task was the last to come, as it is when an overriding method calls the overridden one. */
    boolean endsWith(Object task) {
        long count = next.get();
        return count > 0 && at(count - 1).refersTo(task);
    }

    /** Called by one thread at a time. */
    void forgetGone() {
        long end = next.get();
        boolean contiguous = true;
        for (long index = oldestKept(); index < end; index++) {
            contiguous &= forgetIfGone(slot(index));
            if (contiguous) {
                oldest = index + 1;
            }
        }
    }

    /** Returns false for a slot in use, or one whose thread has not come round to filling it. */
    private boolean forgetIfGone(int slot) {
        AtomicReferenceArray<SeenSubmission> chunk = chunks.get(slot / CHUNK);
        SeenSubmission submission = chunk == null ? null : chunk.get(slot % CHUNK);
        return submission != null
                && submission.isGone()
                && chunk.compareAndSet(slot % CHUNK, submission, SeenSubmission.NONE);
    }

    private SeenSubmission at(long index) {
        int slot = slot(index);
        AtomicReferenceArray<SeenSubmission> chunk = chunks.get(slot / CHUNK);
        SeenSubmission submission = chunk == null ? null : chunk.get(slot % CHUNK);
        return submission == null ? SeenSubmission.NONE : submission;
    }

    private AtomicReferenceArray<SeenSubmission> chunkFor(int number) {
        AtomicReferenceArray<SeenSubmission> chunk = chunks.get(number);
        if (chunk != null) {
            return chunk;
        }
        AtomicReferenceArray<SeenSubmission> fresh = new AtomicReferenceArray<>(CHUNK);
        return chunks.compareAndSet(number, null, fresh) ? fresh : chunks.get(number);
    }

    private long oldestKept() {
        return Math.max(oldest, next.get() - CAPACITY);
    }

    private static int slot(long index) {
        return (int) (index % CAPACITY);
    }
}
