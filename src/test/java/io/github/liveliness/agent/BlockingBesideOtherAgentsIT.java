package io.github.liveliness.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.mockStatic;
import static org.mockito.Mockito.when;

import io.github.liveliness.DetectStalls;
import io.github.liveliness.testing.ForkedJvm.Outcome;
import io.github.liveliness.testing.Launched;
import io.github.liveliness.testing.Pools;
import io.github.liveliness.testing.TellingFixture;
import java.io.File;
import java.io.FileInputStream;
import java.io.InputStream;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import net.bytebuddy.agent.ByteBuddyAgent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.mockito.ArgumentMatchers;
import org.mockito.MockedStatic;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;

/**
 * JaCoCo, Mockito, OpenTelemetry, and one more that rewrites every class of our table: what blocks is found beside them, and
 * nothing else, in either order and either mode.
 */
@EnabledIfSystemProperty(named = "agents", matches = ".+")
class BlockingBesideOtherAgentsIT {

    private final OtherAgents agents;

    BlockingBesideOtherAgentsIT(@TempDir Path output) {
        this.agents = new OtherAgents(output);
    }

    @Test
    void oursComesFirst() throws Exception {
        assertThatTestsFail(run(
                "others last",
                "fail",
                OtherAgents.ours(),
                agents.jacoco(Fixture.class),
                OtherAgents.mockito(),
                OtherAgents.openTelemetry()));
    }

    @Test
    void oursComesLast() throws Exception {
        assertThatTestsOnlyTell(run(
                "others first",
                "report",
                OtherAgents.openTelemetry(),
                OtherAgents.mockito(),
                agents.jacoco(Fixture.class),
                OtherAgents.ours()));
    }

    @Test
    void oursAttachesWhenTheOthersHaveDoneTheirWork() {
        assertThatTestsFail(run("others first", "fail", agents.jacoco(Fixture.class), OtherAgents.openTelemetry()));
    }

    @Test
    void theOthersComeWhenOursHasAttached() {
        assertThatTestsOnlyTell(run("others last", "report", agents.jacoco(Fixture.class)));
    }

    private static void assertThatTestsFail(Outcome outcome) {
        assertFinding(outcome);
        assertThat(outcome.lines())
                .as(outcome.err())
                .startsWith(
                        "passed [mocksOfStaticMethods, mocksStandInForTheJdk, passes]",
                        "failed [failsByItself, readsAndSleeps]",
                        TellingFixture.OWN_FAILURE);
    }

    private static void assertThatTestsOnlyTell(Outcome outcome) {
        assertFinding(outcome);
        assertThat(outcome.lines())
                .as(outcome.err())
                .startsWith(
                        "passed [mocksOfStaticMethods, mocksStandInForTheJdk, passes, readsAndSleeps]",
                        "failed [failsByItself]",
                        TellingFixture.OWN_FAILURE);
    }

    private static void assertFinding(Outcome outcome) {
        assertThat(outcome.lines())
                .as(outcome.err())
                .contains("unseen []")
                .filteredOn(line -> line.contains("inside tasks of bounded executors"))
                .containsExactly("2 blocking calls inside tasks of bounded executors in"
                        + " BlockingBesideOtherAgentsIT.Fixture.readsAndSleeps()");
        assertThat(outcome.out()).contains("Files.readString reads or writes a file: ", "Thread.sleep sleeps: ");
    }

    private Outcome run(String order, String mode, String... arguments) {
        return agents.jvm(Program.class)
                .jvmArguments(arguments)
                .jvmArguments("-Dliveliness.blocking=" + mode)
                .run(order);
    }

    static final class Program {
        private Program() {}

        public static void main(String[] order) throws Exception {
            Attachment.ensure(AgentMode.REQUIRED, line -> {});
            if (order[0].equals("others first")) {
                comeIn();
            } else {
                Launched.run(First.class);
                comeIn();
            }
            Launched tests = TellingFixture.runAndTell(Fixture.class);
            tests.published("liveliness.blocking").forEach(System.out::println);
            Attachment.hookBlockingCalls();
            System.out.println("unseen " + Attachment.unseenBlockingCalls());
        }

        private static void comeIn() throws Exception {
            for (Class<?> mocked : List.of(File.class, FileInputStream.class, ThreadPoolExecutor.class)) {
                assertThat(mock(mocked)).isNotNull();
            }
            Instrumentation instrumentation = ByteBuddyAgent.install();
            Set<String> types = BlockingTable.ofTheJdk().types();
            instrumentation.addTransformer(new Rewriting(types), true);
            List<Class<?>> loaded = new ArrayList<>();
            for (Class<?> each : instrumentation.getAllLoadedClasses()) {
                if (each.getClassLoader() == null
                        && types.contains(each.getName().replace('.', '/'))) {
                    loaded.add(each);
                }
            }
            instrumentation.retransformClasses(loaded.toArray(Class<?>[]::new));
        }
    }

    /** Has all that is hooked written anew, as it was. */
    private static final class Rewriting implements ClassFileTransformer {
        private final Set<String> types;

        Rewriting(Set<String> types) {
            this.types = Set.copyOf(types);
        }

        @Override
        public byte @Nullable [] transform(
                @Nullable ClassLoader loader,
                @Nullable String name,
                @Nullable Class<?> redefined,
                @Nullable ProtectionDomain domain,
                byte[] classFile) {
            if (name == null || !types.contains(name)) {
                return null;
            }
            ClassWriter writer = new ClassWriter(0);
            new ClassReader(classFile).accept(writer, 0);
            return writer.toByteArray();
        }
    }

    /** With it our hooks come in. */
    @DetectStalls
    static class First {
        @Test
        void passes() {}
    }

    @DetectStalls
    static class Fixture extends TellingFixture {
        @Test
        void readsAndSleeps() throws Exception {
            inTheOnlyThread(() -> {
                Thread.sleep(5);
                return Files.readString(Path.of(System.getProperty("java.home"), "release"));
            });
        }

        @Test
        @SuppressWarnings("DirectInvocationOnMock") // that they answer is what is tried
        void mocksStandInForTheJdk() throws Exception {
            File file = mock(File.class);
            when(file.exists()).thenReturn(true);
            FileInputStream ofFile = mock(FileInputStream.class);
            when(ofFile.read()).thenReturn(2);
            InputStream stream = mock(InputStream.class);
            when(stream.read()).thenReturn(3);
            ExecutorService executor = mock(ExecutorService.class);
            when(executor.submit(ArgumentMatchers.<Callable<Integer>>any()))
                    .thenReturn(CompletableFuture.completedFuture(4));
            ThreadPoolExecutor pool = mock(ThreadPoolExecutor.class);
            when(pool.getPoolSize()).thenReturn(5);

            inTheOnlyThread(() -> {
                assertThat(file.exists()).isTrue();
                assertThat(ofFile.read()).isEqualTo(2);
                assertThat(stream.read()).isEqualTo(3);
                assertThat(executor.submit(() -> 0).get()).isEqualTo(4);
                assertThat(pool.getPoolSize()).isEqualTo(5);
                return 1;
            });
        }

        @Test
        void mocksOfStaticMethods() throws Exception {
            try (MockedStatic<Files> files = mockStatic(Files.class)) {
                files.when(() -> Files.exists(any())).thenReturn(true);

                assertThat(Files.exists(Path.of("nowhere"))).isTrue();
                inTheOnlyThread(() -> 1);
            }
        }

        private static void inTheOnlyThread(Callable<?> task) throws Exception {
            ExecutorService pool = Pools.fixed("orders", 1);
            pool.submit(task).get();
            pool.shutdown();
        }
    }
}
