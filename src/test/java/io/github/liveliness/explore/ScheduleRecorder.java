package io.github.liveliness.explore;

import io.github.liveliness.agent.AgentMode;
import io.github.liveliness.agent.Attachment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes the file that {@link SchedulesOfAnotherJdk} reads; its argument is the folder. */
public final class ScheduleRecorder {

    private ScheduleRecorder() {}

    public static void main(String[] arguments) throws IOException {
        // Before anything refers to a class that belongs to the agent.
        Attachment.ensure(AgentMode.REQUIRED, line -> {});
        Recorder.record(Path.of(arguments[0]).resolve(SchedulesOfAnotherJdk.FILE));
    }

    private static final class Recorder {

        static void record(Path file) throws IOException {
            List<String> lines = new ArrayList<>();
            for (Subject program : Subject.PORTABLE) {
                try (ControlledProgram controlled = ControlledProgram.of(program)) {
                    Decisions decisions =
                            ProgramsUnderControl.firstStall(controlled).decisions();
                    String key = SchedulesOfAnotherJdk.key(program);
                    lines.add(key + "=" + SchedulesOfAnotherJdk.numbers(decisions.chosen()));
                    lines.add(key + ".counts=" + SchedulesOfAnotherJdk.numbers(decisions.counts()));
                }
            }
            Files.write(file, lines);
        }
    }
}
