package io.github.liveliness.reach;

import static io.github.liveliness.reach.HandDump.OBJECT;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.jdk.JdkField;
import io.github.liveliness.reach.HandDump.HandThread;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RunningTasksTest {
    @TempDir
    private Path folder;

    private final HandDump dump = new HandDump();
    private final HandThread runner = dump.runs("runner", "com.acme.Task.call");

    @ParameterizedTest
    @EnumSource(names = {"FUTURE_TASK_RUNNER", "ADAPTED_TASK_RUNNER", "INTERRUPTIBLE_TASK_RUNNER"})
    void aTaskIsFoundByTheThreadThatRunsIt(JdkField field) throws IOException {
        dump.writer().type(field.declaringClass(), OBJECT, field.fieldName());
        dump.writer().type("com.acme.OwnTask", field.declaringClass());
        long task = dump.instance(field.declaringClass(), Map.of(field, runner.object()));
        long own = dump.instance("com.acme.OwnTask", Map.of(field, runner.object()));
        dump.instance(field.declaringClass(), Map.of());

        RunningTasks tasks = read();

        assertThat(tasks.of(dump.index(runner.object()))).containsExactlyInAnyOrder(dump.index(task), dump.index(own));
    }

    @Test
    void whoRunsNoneHasNone() throws IOException {
        dump.writer().type("java.util.concurrent.FutureTask", OBJECT, "runner");
        dump.instance("java.util.concurrent.FutureTask", Map.of());

        RunningTasks tasks = read();

        assertThat(tasks.of(dump.index(runner.object()))).isEmpty();
        assertThat(tasks.of(Heap.NONE)).isEmpty();
    }

    private RunningTasks read() throws IOException {
        Heap heap = dump.read(folder);
        return new RunningTasks(heap, Instances.of(heap, RunningTasks.CLASSES));
    }
}
