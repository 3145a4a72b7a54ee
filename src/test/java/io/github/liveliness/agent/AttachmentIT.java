package io.github.liveliness.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.agent.boot.ExecutorTable;
import io.github.liveliness.agent.boot.ScopeMark;
import io.github.liveliness.testing.ForkedJvm;
import io.github.liveliness.testing.ForkedJvm.Outcome;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.JRE;

class AttachmentIT {

    private static final ForkedJvm JVM = ForkedJvm.of(AgentProgram.class);

    @Test
    void whereNobodyMayAttachTheAgentIsMissingAndTheSwitchIsNamed() {
        Outcome outcome = JVM.jvmArguments("-XX:+DisableAttachMechanism").run("REQUIRED");

        assertThat(outcome.lines())
                .containsExactly("Missing[why=This JVM lets nobody attach: it runs with -XX:+DisableAttachMechanism."
                        + " Bring the agent with -javaagent:<path of liveliness-junit.jar>.]");
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void whereNoAgentMayBeLoadedLateTheSwitchIsNamedToo() {
        Outcome outcome = JVM.jvmArguments("-XX:-EnableDynamicAgentLoading").run("AUTO");

        assertThat(outcome.lines())
                .singleElement()
                .asString()
                .startsWith("Missing[why=This JVM loads no agent once it runs:"
                        + " it was started with -XX:-EnableDynamicAgentLoading.");
    }

    @Test
    void anAgentThatIsSwitchedOffIsNotAttachedAndNotUsed() throws IOException {
        String missing = "Missing[why=The agent is switched off: liveliness.agent = off.]";

        assertThat(JVM.run("OFF").lines()).containsExactly(missing);
        assertThat(JVM.jvmArguments(javaagent()).run("OFF").lines()).containsExactly(missing);
    }

    @Test
    void anAgentGivenTwiceIsSetUpOnce() throws IOException {
        Outcome outcome = JVM.jvmArguments(javaagent(), javaagent()).run("REQUIRED", "fixed");

        assertThat(outcome.lines())
                .containsExactly(
                        "Present[notes=[], arrival=COMMAND_LINE]",
                        "fixed: ThreadPoolExecutor made by main, submitted by main in fixed");
        assertThat(outcome.err()).isEmpty();
    }

    @Test
    void anotherClassLoaderFindsTheAgentAtWork() throws IOException {
        Outcome outcome =
                ForkedJvm.of(SecondLoader.class).jvmArguments(javaagent()).run();

        assertThat(outcome.lines()).containsExactly("Present[notes=[], arrival=COMMAND_LINE]");
    }

    @Test
    void anAgentThatComesAfterItsClassesWereUsedIsMissing() {
        Outcome outcome = ForkedJvm.of(TooEarly.class).run();

        assertThat(outcome.lines().get(outcome.lines().size() - 1))
                .startsWith(
                        "Missing[why=The agent came too late, or lies on a module path of its own, or our class loader does"
                                + " not ask its parent: ScopeMark had been loaded.");
    }

    @Test
    void aHookThatFailsIsSwitchedOffAndNoted() throws IOException {
        Outcome outcome =
                ForkedJvm.of(FailingHook.class).jvmArguments(javaagent()).run();

        assertThat(outcome.lines()).hasSize(3).startsWith("executed").endsWith("executed");
        assertThat(outcome.lines().get(1))
                .startsWith("[Submissions are not seen any more: java.lang.NullPointerException");
    }

    @Test
    void anExecutorWhoseClassLoaderHidesTheHooksKeepsItsCodeAndIsNoted() throws IOException {
        Outcome outcome =
                ForkedJvm.of(HidingLoader.class).jvmArguments(javaagent()).run();

        assertThat(outcome.lines())
                .containsExactly(
                        "executed",
                        "[" + Own.class.getName() + " gets no hooks: its class loader hides the boot classes.]");
    }

    @Test
    @EnabledIfSystemProperty(named = "liveliness.jar", matches = ".+")
    void theJarThatUsersGetIsItsOwnAgent() {
        Path jar = Path.of(System.getProperty("liveliness.jar"));
        ForkedJvm users = JVM.classPath(List.of(jar, testClasses()));

        Outcome attached = users.run("REQUIRED", "fixed");
        Outcome started = users.jvmArguments("-javaagent:" + jar).run("REQUIRED", "fixed");

        assertThat(attached.lines().get(0)).endsWith("-javaagent:" + jar);
        assertThat(attached.lines()).contains("Present[notes=[], arrival=ATTACHED]");
        assertThat(started.lines())
                .containsExactly(
                        "Present[notes=[], arrival=COMMAND_LINE]",
                        "fixed: ThreadPoolExecutor made by main, submitted by main in fixed");
    }

    private static String javaagent() throws IOException {
        return "-javaagent:" + AgentJar.of(LivelinessAgent.class).forAttaching();
    }

    private static Path testClasses() {
        return Path.of(AgentProgram.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath());
    }

    static final class TooEarly {
        public static void main(String[] arguments) {
            ScopeMark.current();
            System.out.println(Attachment.ensure(AgentMode.AUTO, line -> {}));
        }
    }

    /** Its class loader has copies of all our classes, and none of them in common with the first. */
    static final class SecondLoader {
        public static void main(String[] arguments) throws Exception {
            URL[] urls = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                    .map(SecondLoader::url)
                    .toArray(URL[]::new);
            ClassLoader loader = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
            Method main = loader.loadClass(AgentProgram.class.getName()).getMethod("main", String[].class);
            main.setAccessible(true);
            main.invoke(null, (Object) new String[] {"REQUIRED"});
        }

        private static URL url(String path) {
            try {
                return Path.of(path).toUri().toURL();
            } catch (MalformedURLException e) {
                throw new IllegalArgumentException(path, e);
            }
        }
    }

    /** No code of the user's is called by the hook, so that only a fault of our own can make it fail. */
    static final class FailingHook {
        public static void main(String[] arguments) throws Exception {
            ExecutorService pool = Executors.newFixedThreadPool(1);
            AgentStatus status = Attachment.ensure(AgentMode.REQUIRED, line -> {});
            // Else the pool's worker makes it when it goes idle, which may be while the failures are listed.
            ForkJoinPool.commonPool();
            Field slots = ExecutorTable.class.getDeclaredField("slots");
            slots.setAccessible(true);
            slots.set(ExecutorTable.SEEN, null);
            pool.submit(() -> System.out.println("executed")).get();
            System.out.println(((AgentStatus.Present) Attachment.ensure(AgentMode.REQUIRED, line -> {})).notes());
            pool.submit(() -> System.out.println("executed")).get();
            System.exit(status instanceof AgentStatus.Present ? 0 : 1);
        }
    }

    static final class HidingLoader extends ClassLoader {
        public static void main(String[] arguments) throws Exception {
            Attachment.ensure(AgentMode.REQUIRED, line -> {});
            byte[] classFile = ClassFiles.of(Own.class);
            Class<?> own = new HidingLoader().defineClass(Own.class.getName(), classFile, 0, classFile.length);
            ((Executor) own.getConstructor().newInstance()).execute(() -> System.out.println("executed"));
            AgentStatus status = Attachment.ensure(AgentMode.REQUIRED, line -> {});
            System.out.println(((AgentStatus.Present) status).notes());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("io.github.")) {
                throw new ClassNotFoundException(name);
            }
            return super.loadClass(name, resolve);
        }
    }

    public static final class Own implements Executor {
        public Own() {}

        @Override
        public void execute(Runnable command) {
            command.run();
        }
    }
}
