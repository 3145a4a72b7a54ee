package io.github.liveliness.agent;

import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Makes sure of the agent, says what came of it, and then runs scenes. Nothing of the boot classes is named here. */
final class AgentProgram {

    private AgentProgram() {}

    public static void main(String[] arguments) {
        ExecutorService early = Executors.newFixedThreadPool(1);
        AgentStatus status =
                Attachment.ensure(AgentMode.valueOf(arguments[0]), line -> System.out.println("console " + line));
        System.out.println(status);
        if (status instanceof AgentStatus.Present present) {
            AgentScenes scenes = new AgentScenes(present, early);
            Arrays.stream(arguments).skip(1).forEach(scenes::play);
        }
        System.exit(0);
    }
}
