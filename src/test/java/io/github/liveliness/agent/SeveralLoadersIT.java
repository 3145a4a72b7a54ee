package io.github.liveliness.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.liveliness.DetectStalls;
import io.github.liveliness.StallWatch;
import io.github.liveliness.model.Stall;
import io.github.liveliness.testing.ForkedJvm;
import io.github.liveliness.testing.ForkedJvm.Outcome;
import io.github.liveliness.testing.Launched;
import io.github.liveliness.testing.Pools;
import io.github.liveliness.testing.Reports;
import io.github.liveliness.testing.Stalls;
import java.io.File;
import java.io.IOException;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.ProtectionDomain;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ThreadPoolExecutor;
import net.bytebuddy.agent.ByteBuddyAgent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** The agent comes with the command line, and then others try to bring it: those in whose class loaders we are once more. */
@EnabledIfSystemProperty(named = "liveliness.jar", matches = ".+")
class SeveralLoadersIT {
    private static final Path OURS = Path.of(System.getProperty("liveliness.jar", ""));

    @TempDir
    private Path output;

    @Test
    void hooksAreInstalledOnceAndEachLoaderFindsItsStalls() throws IOException {
        String hooks = "{afterExecute calls taskRun=1, execute calls taskSubmitted=1, reject calls taskRejected=1,"
                + " runWorker calls workerStarted=1}";
        String outcomes = " passed [passes], failed [failsByItself, stalls], own failure, submissions seen true,"
                + " Present[notes=[], arrival=COMMAND_LINE]";

        Outcome outcome = run(Again.class);

        assertThat(outcome.lines())
                .as(outcome.err())
                .containsExactly(
                        hooks,
                        "first loader" + outcomes,
                        "second loader" + outcomes,
                        "attached once more Optional.empty",
                        "third loader" + outcomes,
                        "first loader again" + outcomes,
                        hooks);
        assertThat(outcome.err()).doesNotContain("Liveliness");
        assertThat(Reports.in(output)).as("one of each loader").hasSize(4);
    }

    @Test
    void nobodyIsBlamedForWhatATestOfAnotherLoaderLeftBehind() {
        Outcome outcome = run(LeftBehind.class);

        assertThat(outcome.lines()).as(outcome.err()).containsExactly("[seesItsOwnStalls] blamed for [own, own too]");
    }

    /** What the hooks see goes to the classes of the agent, and it has its own. */
    @Test
    void aLoaderThatDoesNotAskItsParentFindsStallsByTheHeapAndSaysWhy() {
        Outcome outcome = run(ParentLast.class);

        assertThat(outcome.lines())
                .as(outcome.err())
                .singleElement()
                .asString()
                .startsWith("parent last passed [passes], failed [failsByItself, stalls], own failure,"
                        + " submissions seen false, Missing[why=");
        assertThat(outcome.err().lines().filter(line -> line.startsWith("Liveliness")))
                .singleElement()
                .asString()
                .contains("or our class loader does not ask its parent: ScopeMark had been loaded.");
    }

    private Outcome run(Class<?> program) {
        return ForkedJvm.of(program)
                .classPath(classPath())
                .brief()
                .jvmArguments("-javaagent:" + OURS, "-Dliveliness.output=" + output, "-Dliveliness.blocking=off")
                .run();
    }

    private static List<Path> classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .map(path -> Files.exists(path.resolve("io/github/liveliness/DetectStalls.class")) ? OURS : path)
                .toList();
    }

    static final class Again {
        private Again() {}

        public static void main(String[] none) throws Exception {
            Hooks hooks = new Hooks(ByteBuddyAgent.install());
            System.out.println(hooks.count());
            Outcomes.main("first loader");
            runIn(new OtherLoader(false), Outcomes.class, "second loader");
            System.out.println("attached once more " + SelfAttach.withOwnJar().attach());
            runIn(new OtherLoader(false), Outcomes.class, "third loader");
            Outcomes.main("first loader again");
            System.out.println(hooks.count());
        }
    }

    static final class LeftBehind {
        private LeftBehind() {}

        public static void main(String[] none) throws Exception {
            Launched.run(Leaving.class);
            runIn(new OtherLoader(false), Blamed.class);
        }
    }

    static final class ParentLast {
        private ParentLast() {}

        public static void main(String[] none) throws Exception {
            runIn(new OtherLoader(true), Outcomes.class, "parent last");
        }
    }

    private static void runIn(ClassLoader loader, Class<?> program, String... arguments) throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader own = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        Method main = loader.loadClass(program.getName()).getMethod("main", String[].class);
        main.setAccessible(true);
        main.invoke(null, (Object) arguments);
        thread.setContextClassLoader(own);
    }

    /** Has copies of all our classes, and none of them in common with the first. */
    private static final class OtherLoader extends URLClassLoader {
        private final boolean parentLast;

        OtherLoader(boolean parentLast) throws MalformedURLException {
            super(urls(), ClassLoader.getPlatformClassLoader());
            this.parentLast = parentLast;
        }

        private static URL[] urls() throws MalformedURLException {
            String[] entries = System.getProperty("java.class.path").split(File.pathSeparator, -1);
            URL[] urls = new URL[entries.length];
            for (int index = 0; index < urls.length; index++) {
                urls[index] = Path.of(entries[index]).toUri().toURL();
            }
            return urls;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (parentLast && name.startsWith("io.github.liveliness.")) {
                synchronized (getClassLoadingLock(name)) {
                    Class<?> known = findLoadedClass(name);
                    return known == null ? findClass(name) : known;
                }
            }
            return super.loadClass(name, resolve);
        }
    }

    static final class Outcomes {
        private Outcomes() {}

        public static void main(String... name) {
            Launched tests = Launched.run(Fixture.class);
            System.out.println(name[0] + " passed " + tests.passed() + ", failed " + tests.failed() + ", "
                    + tests.failureOf("failsByItself").getMessage() + ", submissions seen "
                    + tests.stallOf("stalls").getMessage().contains(" in the queue of 'orders', submitted ") + ", "
                    + Attachment.ensure(AgentMode.AUTO, System.err::println));
        }
    }

    @DetectStalls
    static class Fixture {
        @Test
        void failsByItself() {
            throw new IllegalStateException("own failure");
        }

        @Test
        void passes() {}

        @Test
        void stalls() throws Exception {
            Stalls.nestedGet();
        }
    }

    @DetectStalls
    static class Leaving {
        @Test
        void leavesAStuckPool() throws Exception {
            Stalls.startNestedGet(Pools.fixed("left", 1), 1);
            throw new IllegalStateException("own failure");
        }
    }

    static final class Blamed {
        private static final Set<String> FOR = new TreeSet<>();

        private Blamed() {}

        public static void main(String... none) {
            System.out.println(Launched.run(Later.class).passed() + " blamed for " + FOR);
        }
    }

    /** The first test of its loader, as was the one that left the pool behind. */
    @DetectStalls
    static class Later {
        @Test
        void seesItsOwnStalls(StallWatch watch) throws Exception {
            watch.expectStall(Stall.Kind.STARVATION);
            // Whatever is found beside the first is told before the second is looked for.
            for (String pool : List.of("own", "own too")) {
                Stalls.startNestedGet(Pools.fixed(pool, 1), 1);
                await().until(() -> {
                    watch.stalls().forEach(stall -> Blamed.FOR.addAll(stall.executors()));
                    return Blamed.FOR.contains(pool);
                });
            }
        }
    }

    /** Reads from the JVM which code a class has now. */
    private static final class Hooks {
        private final Instrumentation instrumentation;

        Hooks(Instrumentation instrumentation) {
            this.instrumentation = instrumentation;
        }

        Map<String, Integer> count() throws Exception {
            Map<String, Integer> calls = new TreeMap<>();
            ClassFileTransformer reader = new ClassFileTransformer() {
                @Override
                public byte[] transform(
                        ClassLoader loader, String name, Class<?> type, ProtectionDomain domain, byte[] classFile) {
                    if (type == ThreadPoolExecutor.class) {
                        new ClassReader(classFile).accept(new Counter(calls), 0);
                    }
                    return null;
                }
            };
            instrumentation.addTransformer(reader, true);
            instrumentation.retransformClasses(ThreadPoolExecutor.class);
            instrumentation.removeTransformer(reader);
            return calls;
        }
    }

    private static final class Counter extends ClassVisitor {
        private final Map<String, Integer> calls;

        Counter(Map<String, Integer> calls) {
            super(Opcodes.ASM9);
            this.calls = calls;
        }

        @Override
        public MethodVisitor visitMethod(int access, String method, String descriptor, String signature, String[] any) {
            return new MethodVisitor(Opcodes.ASM9) {
                @Override
                public void visitMethodInsn(int opcode, String owner, String name, String type, boolean isInterface) {
                    if (owner.startsWith("io/github/liveliness/")) {
                        calls.merge(method + " calls " + name, 1, Integer::sum);
                    }
                }
            };
        }
    }
}
