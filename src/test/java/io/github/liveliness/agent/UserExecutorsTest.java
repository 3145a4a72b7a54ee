package io.github.liveliness.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.agent.boot.ExecutorTable;
import io.github.liveliness.agent.boot.SeenExecutor;
import io.github.liveliness.agent.boot.SeenSubmission;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserExecutorsTest {

    @Test
    void aDirectExecutorIsSeenWhenItIsMade() throws Exception {
        Executor executor = (Executor) newRewritten(Direct.class);

        assertThat(ExecutorTable.SEEN.find(executor).wasMadeInSight()).isTrue();
    }

    @Test
    void itsTasksAreSeenWhenTheyAreSubmitted() throws Exception {
        Executor executor = (Executor) newRewritten(Direct.class);
        Runnable task = () -> {};

        executor.execute(task);

        SeenSubmission submission =
                ExecutorTable.SEEN.find(executor).submissions().find(task);
        assertThat(submission.frames().get(0).getMethodName()).isEqualTo("execute");
        assertThat(submission.frames().get(0).getLineNumber()).isPositive();
        assertThat(submission.frames().get(1).getMethodName()).isEqualTo("itsTasksAreSeenWhenTheyAreSubmitted");
    }

    @Test
    void anExecutorBehindAnInterfaceOfItsOwnIsSeenAtItsFirstTask() throws Exception {
        Executor executor = (Executor) newRewritten(Indirect.class);
        assertThat(ExecutorTable.SEEN.find(executor)).isSameAs(SeenExecutor.NONE);

        executor.execute(() -> {});

        assertThat(ExecutorTable.SEEN.find(executor)).isNotSameAs(SeenExecutor.NONE);
    }

    @Test
    void aClassThatExecutesAndIsNoExecutorIsNotSeen() throws Exception {
        Object stranger = newRewritten(Stranger.class);

        stranger.getClass().getDeclaredMethod("execute", Runnable.class).invoke(stranger, (Runnable) () -> {});

        assertThat(ExecutorTable.SEEN.find(stranger)).isSameAs(SeenExecutor.NONE);
    }

    @ParameterizedTest
    @ValueSource(classes = {Caller.class, String.class, Executor.class, Static.class})
    void aClassWithoutSuchAMethodIsLeftAlone(Class<?> type) throws Exception {
        assertThat(UserExecutors.rewrite(ClassFiles.of(type))).isEmpty();
    }

    @Test
    void aClassWithoutTheNameIsToldAtALook() throws Exception {
        assertThat(UserExecutors.mightBeIn(ClassFiles.of(String.class))).isFalse();
        assertThat(UserExecutors.mightBeIn(ClassFiles.of(Direct.class))).isTrue();
    }

    @Test
    void ourOwnClassesAndTestEnginesAreLeftAlone() {
        ClassLoader loader = getClass().getClassLoader();

        assertThat(UserExecutors.mayBeRewritten("any/Name", loader, HookTransformer.class.getProtectionDomain()))
                .isFalse();
        assertThat(UserExecutors.mayBeRewritten("org/junit/Name", loader, null)).isFalse();
        assertThat(UserExecutors.mayBeRewritten("any/Name", ClassLoader.getPlatformClassLoader(), null))
                .isFalse();
        assertThat(UserExecutors.mayBeRewritten("any/Name", loader, getClass().getProtectionDomain()))
                .isTrue();
    }

    private static Object newRewritten(Class<?> type) throws Exception {
        byte[] rewritten = UserExecutors.rewrite(ClassFiles.of(type)).orElseThrow();
        var constructor = ClassFiles.define(type.getName(), rewritten).getDeclaredConstructor();
        constructor.setAccessible(true);
        return constructor.newInstance();
    }

    public interface OwnInterface extends Executor {}

    static class Direct implements Executor {
        @Override
        public void execute(Runnable command) {
            command.run();
        }
    }

    static class Indirect implements OwnInterface {
        @Override
        public void execute(Runnable command) {
            command.run();
        }
    }

    public static class Stranger {
        public void execute(Runnable command) {
            command.run();
        }
    }

    static class Static {
        static void execute(Runnable command) {
            command.run();
        }
    }

    static class Caller {
        void call(ScheduledThreadPoolExecutor executor) {
            executor.execute(() -> {});
        }
    }
}
