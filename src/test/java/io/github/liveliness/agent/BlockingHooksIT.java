package io.github.liveliness.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.agent.boot.Hooks;
import io.github.liveliness.agent.boot.Installation;
import io.github.liveliness.agent.boot.Numbers;
import io.github.liveliness.agent.boot.ScopeMark;
import io.github.liveliness.agent.boot.SeenCall;
import io.github.liveliness.agent.boot.SeenCalls;
import io.github.liveliness.agent.boot.VirtualThreadCalls;
import io.github.liveliness.testing.ForkedJvm;
import io.github.liveliness.testing.ForkedJvm.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Hooks in the classes that a JVM cannot do without. */
class BlockingHooksIT {

    /** What is rewritten is verified, though the JVM trusts its own classes. */
    private static final ForkedJvm JVM = ForkedJvm.of(Program.class)
            .jvmArguments("-XX:+UnlockDiagnosticVMOptions", "-XX:+BytecodeVerificationLocal");

    @Test
    void allThatIsRewrittenIsSound() {
        Outcome outcome = JVM.run();

        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(outcome.lines())
                .contains("notes []", "later notes []", "failures []")
                .anyMatch(line -> line.startsWith("FILE in a task of an executor, called by read"));
    }

    static final class Program {
        private Program() {}

        public static void main(String[] none) throws Exception {
            Attachment.ensure(AgentMode.REQUIRED, line -> {});
            Attachment.hookBlockingCalls();
            System.out.println("notes " + Attachment.unseenBlockingCalls());
            for (String type : BlockingTable.ofTheJdk().types()) {
                Class.forName(type.replace('/', '.'), true, null);
            }
            long scope = Numbers.nextScope();
            ScopeMark.enter(scope);
            SeenCalls.SEEN.open(scope, SeenCalls.LEAST_WAIT, VirtualThreadCalls.NONE);
            Path file = Files.createTempFile("blocking", ".txt");
            ExecutorService pool = Executors.newFixedThreadPool(1);
            pool.submit(() -> read(file)).get();
            for (SeenCall call : SeenCalls.SEEN.take(scope)) {
                call.stack().stream()
                        .filter(frame -> frame.getClassName().startsWith(Program.class.getName()))
                        .findFirst()
                        .ifPresent(caller -> System.out.println(
                                call.kind() + " in a task of an executor, called by " + caller.getMethodName()));
            }
            pool.shutdown();
            Files.delete(file);
            System.out.println("later notes " + Installation.current().notes());
            System.out.println("failures " + Hooks.failures());
        }

        private static String read(Path file) throws Exception {
            return Files.readString(file);
        }
    }
}
