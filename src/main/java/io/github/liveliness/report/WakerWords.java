package io.github.liveliness.report;

import io.github.liveliness.model.Activity.Form;
import io.github.liveliness.model.Activity.Waiting;
import io.github.liveliness.model.ExecutorState;
import io.github.liveliness.model.Snapshot;
import io.github.liveliness.model.TaskId;
import io.github.liveliness.model.TaskState;
import io.github.liveliness.model.Waker;
import io.github.liveliness.model.Waker.Tie;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells who could end a wait, and claims no more than is known. */
final class WakerWords {

    private final Names names;
    private final Detail detail;
    private final Map<TaskId, Place> places = new HashMap<>();

    WakerWords(Snapshot snapshot, Detail detail) {
        this.names = new Names(snapshot, detail);
        this.detail = detail;
        for (ExecutorState executor : snapshot.executors()) {
            List<TaskState> backlog = executor.backlog();
            for (int index = 0; index < backlog.size(); index++) {
                TaskState task = backlog.get(index);
                places.put(task.id(), new Place(task, index + 1, executor.backlogSize()));
            }
        }
    }

    /** What is waited for, where nobody but its one owner can end the wait. */
    Optional<String> sole(Waiting waiting) {
        if (waiting.wakers().size() > 1) {
            return Optional.empty();
        }
        String object = detail.name(waiting.object());
        Waker waker = waiting.wakers().get(0);
        if (waker instanceof Waker.QueuedTask queued && queued.tie() == Tie.OWNER) {
            return Optional.of(queued(queued, object));
        }
        if (waker instanceof Waker.RunningTask running && running.tie() == Tie.OWNER) {
            return Optional.of(object + ", which " + names.thread(running.thread()) + " is running");
        }
        if (waker instanceof Waker.OwnerThread owner) {
            String thread = names.thread(owner.thread());
            return Optional.of(
                    waiting.form() == Form.THREAD_END ? thread + " to end" : object + ", which " + thread + " holds");
        }
        return waker instanceof Waker.Nobody
                ? Optional.of(object + ", and nobody is left to end that wait")
                : Optional.empty();
    }

    /** One of those who could end a wait. */
    String oneOfMany(Waker waker) {
        if (waker instanceof Waker.QueuedTask queued) {
            return queued(queued, "a task");
        }
        if (waker instanceof Waker.RunningTask running) {
            return "the task that " + names.thread(running.thread()) + " is running";
        }
        if (waker instanceof Waker.OwnerThread owner) {
            return names.thread(owner.thread());
        }
        if (waker instanceof Waker.Nobody) {
            return "nobody";
        }
        return "somebody unseen: " + detail.sentence(((Waker.Unknown) waker).why());
    }

    /** The frames that submitted the task, where it is one and they were seen. */
    Optional<List<StackTraceElement>> site(Waker waker) {
        return waker instanceof Waker.QueuedTask queued
                ? Optional.ofNullable(places.get(queued.task()))
                        .flatMap(place -> place.task.submission())
                        .map(submission -> Frames.site(submission.frames()))
                : Optional.empty();
    }

    private String queued(Waker.QueuedTask queued, String nameIfUnlisted) {
        String executor = names.executor(queued.executor());
        Place place = places.get(queued.task());
        if (place == null) {
            return nameIfUnlisted + ", somewhere in the queue of " + executor;
        }
        String submitted = place.task
                .submission()
                .map(by -> "submitted " + Durations.tell(by.age()) + " ago by " + detail.name(by.thread()))
                .orElse("submitted by somebody unseen");
        return detail.name(place.task.description()) + ", number " + place.number + " of " + place.queueLength
                + " in the queue of " + executor + ", " + submitted;
    }

    private record Place(TaskState task, int number, int queueLength) {}
}
