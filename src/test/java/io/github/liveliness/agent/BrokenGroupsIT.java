package io.github.liveliness.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.DetectStalls;
import io.github.liveliness.agent.boot.BlockingHooks;
import io.github.liveliness.agent.boot.CallKind;
import io.github.liveliness.agent.boot.Installation;
import io.github.liveliness.agent.boot.Numbers;
import io.github.liveliness.agent.boot.ScopeMark;
import io.github.liveliness.agent.boot.SeenCall;
import io.github.liveliness.agent.boot.SeenCalls;
import io.github.liveliness.agent.boot.VirtualThreadCalls;
import io.github.liveliness.testing.ForkedJvm;
import io.github.liveliness.testing.ForkedJvm.Outcome;
import io.github.liveliness.testing.Launched;
import io.github.liveliness.testing.Pools;
import io.github.liveliness.testing.Stalls;
import java.io.File;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import net.bytebuddy.agent.ByteBuddyAgent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Hooks that do not fit a JDK put their own group off, with a sentence, and no other. */
class BrokenGroupsIT {

    private static final ForkedJvm JVM = ForkedJvm.of(Program.class).brief();

    @Test
    void withoutDamageAllGroupsAreOn() {
        assertThat(linesOf(JVM.run("none"))).containsExactly("seen SLEEP", "seen FILE", "notes []");
    }

    /** It is read as a file is, through the same hooks. */
    private static final String CONSOLE_TOO =
            "Blocking calls (the console) are not seen: a call that was made to try it went through no hook.";

    @Test
    void aMethodThatIsNotThere() {
        assertThat(linesOf(JVM.run("method")))
                .containsExactly(
                        "Blocking calls (files) are not seen: this JDK has no java.io.File.moved.",
                        CONSOLE_TOO,
                        "seen SLEEP",
                        "notes []");
    }

    @Test
    void aMethodThatIsNotThereOfAClassThatNobodyHasLoaded() {
        assertThat(linesOf(JVM.run("unloaded")))
                .containsExactly(
                        "Blocking calls (datagrams) are not seen: this JDK has no sun.nio.ch.DatagramChannelImpl.moved.",
                        "seen SLEEP",
                        "seen FILE",
                        "notes []");
    }

    @Test
    void aClassThatIsNotThere() {
        assertThat(linesOf(JVM.run("class")))
                .containsExactly(
                        "Blocking calls (sockets) are not seen: this JDK has no sun.nio.ch.Moved.",
                        "seen SLEEP",
                        "seen FILE",
                        "notes []");
    }

    @Test
    void aClassThatTheJvmRefuses() {
        assertThat(linesOf(JVM.run("refused")))
                .satisfiesExactly(
                        line -> assertThat(line)
                                .startsWith("Blocking calls (files) are not seen: the JVM refused their hooks: "),
                        line -> assertThat(line).isEqualTo(CONSOLE_TOO),
                        line -> assertThat(line).isEqualTo("seen SLEEP"),
                        line -> assertThat(line).isEqualTo("notes []"));
    }

    @Test
    void hooksThatSomebodyElseTakesOut() {
        assertThat(linesOf(JVM.run("taken out")))
                .containsExactly(
                        "Blocking calls (files) are not seen: a call that was made to try it went through no hook.",
                        "seen SLEEP",
                        "notes []");
    }

    /** Once for whoever reads the console, and wherever somebody might miss what is not there. */
    @Test
    void reportsSayThatAGroupIsOff() {
        String sentence = "Blocking calls (files) are not seen: for a reason.";
        Outcome outcome = ForkedJvm.of(Telling.class).brief().run();

        assertThat(outcome.err().lines()).filteredOn(sentence::equals).hasSize(1);
        assertThat(outcome.lines())
                .as(outcome.err())
                .containsSubsequence("STARVATION (proven) in BrokenGroupsIT.Told.stalls()", "Not seen", "  " + sentence)
                .containsSubsequence(
                        "One blocking call inside tasks of bounded executors in BrokenGroupsIT.Told.sleeps()",
                        sentence);
    }

    static final class Telling {
        private Telling() {}

        public static void main(String[] none) {
            Attachment.ensure(AgentMode.REQUIRED, line -> {});
            BlockingHooks.of(CallKind.FILE).switchOff("for a reason.");
            Launched tests = Launched.run(Told.class);
            System.out.println(tests.stallOf("stalls").getMessage());
            System.out.println(tests.failureOf("sleeps").getMessage());
        }
    }

    @DetectStalls(blocking = DetectStalls.Blocking.FAIL)
    static class Told {
        @Test
        void stalls() throws Exception {
            Stalls.nestedGet();
        }

        @Test
        void sleeps() throws Exception {
            ExecutorService pool = Pools.fixed("orders", 1);
            pool.submit(() -> {
                        Thread.sleep(5, 0);
                        return new File("nowhere").exists();
                    })
                    .get();
            pool.shutdown();
        }
    }

    private static List<String> linesOf(Outcome outcome) {
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        return outcome.lines();
    }

    static final class Program {
        private static final String FILE = "java/io/File";

        private Program() {}

        public static void main(String[] damage) throws Exception {
            Attachment.ensure(AgentMode.REQUIRED, line -> {});
            Instrumentation instrumentation = ByteBuddyAgent.install();
            List<String> notes = new ArrayList<>();
            BlockingTable table = new BlockingTable(
                    Stream.concat(points(), damaged(damage[0])).toList());
            BlockingTransformer transformer =
                    new BlockingTransformer(table, CallGroups.HOOKED, new AnnotatedClasses(), notes::add);
            Installation.conclude(new Installation(
                    "",
                    List.of(),
                    List::of,
                    Set.of(),
                    true,
                    module -> {},
                    () -> install(transformer, instrumentation, damage[0]),
                    () -> ""));
            Installation.hookBlockingCalls();
            BlockingHooks.failures().forEach(System.out::println);
            tellWhatIsSeen();
            System.out.println("notes " + notes);
        }

        private static Stream<BlockingPoint> points() {
            BlockingTable table = BlockingTable.ofTheJdk();
            return table.types().stream().flatMap(type -> table.of(type).stream());
        }

        private static Stream<BlockingPoint> damaged(String damage) {
            return switch (damage) {
                case "method" -> Stream.of(BlockingPoint.of(FILE, CallKind.FILE, "moved"));
                case "unloaded" ->
                    Stream.of(BlockingPoint.of("sun/nio/ch/DatagramChannelImpl", CallKind.DATAGRAM, "moved"));
                case "class" -> Stream.of(BlockingPoint.of("sun/nio/ch/Moved", CallKind.SOCKET, "read"));
                default -> Stream.of();
            };
        }

        private static void install(BlockingTransformer transformer, Instrumentation instrumentation, String damage) {
            try {
                transformer.install(
                        switch (damage) {
                            case "refused" -> damaging(instrumentation, new byte[] {1, 2, 3});
                            case "taken out" -> damaging(instrumentation, ClassFiles.named(FILE));
                            default -> instrumentation;
                        });
                HookTrials trials = new HookTrials(transformer::tryOut);
                trials.begin();
                assertThat(trials.haveEnded()).isTrue();
            } catch (Exception failed) {
                throw new IllegalStateException(failed);
            }
        }

        /** Behind each transformer that is added comes one that hands the JVM something else for the class of files. */
        private static Instrumentation damaging(Instrumentation instrumentation, byte[] instead) {
            return (Instrumentation) Proxy.newProxyInstance(
                    Program.class.getClassLoader(),
                    new Class<?>[] {Instrumentation.class},
                    (proxy, method, arguments) -> {
                        try {
                            return method.invoke(instrumentation, arguments);
                        } catch (InvocationTargetException refused) {
                            throw refused.getCause();
                        } finally {
                            if (method.getName().equals("addTransformer")) {
                                instrumentation.addTransformer(new Damage(instead), true);
                            }
                        }
                    });
        }

        private static void tellWhatIsSeen() throws Exception {
            long scope = Numbers.nextScope();
            ScopeMark.enter(scope);
            SeenCalls.SEEN.open(scope, SeenCalls.LEAST_WAIT, VirtualThreadCalls.NONE);
            ExecutorService pool = Executors.newFixedThreadPool(1);
            pool.submit(() -> {
                        Thread.sleep(5, 0);
                        return new File("nowhere").exists();
                    })
                    .get();
            pool.shutdown();
            SeenCalls.SEEN.take(scope).stream().map(SeenCall::kind).forEach(kind -> System.out.println("seen " + kind));
        }
    }

    private static final class Damage implements ClassFileTransformer {
        private final byte[] instead;

        Damage(byte[] instead) {
            this.instead = instead;
        }

        @Override
        public byte @Nullable [] transform(
                @Nullable ClassLoader loader,
                @Nullable String name,
                @Nullable Class<?> redefined,
                @Nullable ProtectionDomain domain,
                byte[] classFile) {
            return Program.FILE.equals(name) ? instead : null;
        }
    }
}
