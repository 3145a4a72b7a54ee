package io.github.liveliness.libraries;

import io.github.liveliness.DetectStalls;
import io.github.liveliness.testing.Launched;
import io.github.liveliness.testing.Pools;
import org.junit.jupiter.api.Test;

/** Prints what executors do, watched or not. */
final class Behaviour {
    private Behaviour() {}

    public static void main(String[] arguments) throws InterruptedException {
        if (arguments[0].equals("watched")) {
            Launched launched = Launched.run(Watched.class);
            System.out.println("stalled " + launched.failed());
        } else {
            runTheScripts();
        }
    }

    private static void runTheScripts() throws InterruptedException {
        BehaviourScript.run().forEach(System.out::println);
        ForkJoinScript.run().forEach(System.out::println);
        FailureScript.run().forEach(System.out::println);
    }

    @DetectStalls
    static class Watched {

        @Test
        void runsTheScripts() throws InterruptedException {
            Behaviour.runTheScripts();
        }

        @Test
        void stalls() throws Exception {
            Nesting.submitAndGet(Pools.fixed("stalled", 1));
        }
    }
}
