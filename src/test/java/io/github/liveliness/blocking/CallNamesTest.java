package io.github.liveliness.blocking;

import static io.github.liveliness.blocking.Calls.frame;
import static io.github.liveliness.blocking.Calls.inModule;
import static io.github.liveliness.blocking.Calls.jdk;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallNamesTest {

    private static final StackTraceElement PRICE = frame("com.acme.Orders.price");
    private static final StackTraceElement ORDER = frame("com.acme.Orders.order");

    private final CallNames names = new CallNames(new ReadPublicTypes());

    @Test
    void theNameIsWhatTheUserWroteAndNotWhatWaitsForTheDisk() {
        assertThat(name(
                        "sun.nio.ch.FileChannelImpl.read",
                        "sun.nio.ch.ChannelInputStream.read",
                        "java.nio.file.Files.read",
                        "java.nio.file.Files.readAllBytes",
                        "java.nio.file.Files.readString"))
                .contains("Files.readString");
    }

    @Test
    void aConstructorIsNamedAsItIsWritten() {
        assertThat(name(
                        "java.io.FileInputStream.open0",
                        "java.io.FileInputStream.open",
                        "java.io.FileInputStream.<init>"))
                .contains("new FileInputStream");
    }

    @Test
    void aPublicNestedClassIsNamedWithTheClassAroundIt() {
        assertThat(name("java.lang.Thread.sleep", "java.lang.ProcessBuilder$Redirect.to"))
                .contains("ProcessBuilder.Redirect.to");
    }

    @ParameterizedTest
    @CsvSource({
        "sun.nio.ch.SocketChannelImpl.read, SocketChannel.read",
        "sun.nio.ch.FileChannelImpl.read, FileChannel.read",
        "sun.nio.ch.SelectorImpl.select, Selector.select",
        "java.lang.ProcessImpl.waitFor, Process.waitFor",
        "java.net.Socket$SocketInputStream.read, InputStream.read",
        "java.util.concurrent.Executors$DelegatedExecutorService.awaitTermination, ExecutorService.awaitTermination"
    })
    void aMethodOfAClassThatNobodyCanNameIsNamedByThePublicTypeItComesFrom(String method, String name) {
        assertThat(name("java.lang.Object.wait", method)).contains(name);
    }

    @Test
    void whatIsNotPublicAtAllGivesWayToTheNearestPublicMethodWithin() {
        assertThat(name("java.lang.Thread.sleep", "jdk.internal.misc.Blocker.begin"))
                .contains("Thread.sleep");
        assertThat(name("java.io.FileInputStream.read", "java.nio.Bits.reserveMemory"))
                .contains("FileInputStream.read");
    }

    @Test
    void whereNothingIsPublicTheOutermostIsBetterThanNoName() {
        assertThat(name("sun.nio.ch.Gone.inner", "sun.nio.ch.Gone$Nested.outer"))
                .contains("Gone.Nested.outer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.lang.reflect.Method.invoke",
                "jdk.internal.reflect.DirectMethodHandleAccessor.invoke",
                "java.lang.invoke.MethodHandle.invokeWithArguments",
                "java.security.AccessController.doPrivileged",
                "java.util.ArrayList.forEach",
                "java.lang.Iterable.forEach",
                "java.util.HashMap.computeIfAbsent",
                "java.util.concurrent.ConcurrentHashMap.compute",
                "java.util.Optional.map",
                "java.util.stream.ReferencePipeline.collect",
                "java.util.ArrayList$ArrayListSpliterator.forEachRemaining",
                "java.util.concurrent.CompletableFuture$UniAccept.tryFire",
                "java.util.concurrent.CompletableFuture.postComplete",
                "java.util.concurrent.CompletableFuture.complete",
                "java.util.concurrent.FutureTask.run",
                "java.util.concurrent.Executors$RunnableAdapter.call",
                "java.util.concurrent.ThreadPoolExecutor$Worker.run",
                "java.util.concurrent.ForkJoinTask.doExec",
                "java.util.concurrent.ForkJoinWorkerThread.run",
                "java.lang.Thread.run"
            })
    void aMethodThatOnlyRunsWhatWasHandedToItGivesNoName(String method) {
        assertThat(name("java.lang.Thread.sleep", method)).contains("Thread.sleep");
    }

    @ParameterizedTest
    @CsvSource({
        "java.util.concurrent.ConcurrentHashMap.computeIfAbsent, ConcurrentHashMap.computeIfAbsent",
        "java.util.concurrent.FutureTask.get, FutureTask.get",
        "java.util.concurrent.CompletableFuture.join, CompletableFuture.join",
        "java.util.concurrent.ForkJoinTask.invoke, ForkJoinTask.invoke",
        "java.lang.Thread.join, Thread.join",
        "java.security.SecureRandom.nextBytes, SecureRandom.nextBytes",
        "java.net.URL.openStream, URL.openStream"
    })
    void whatBlocksItselfKeepsItsName(String method, String name) {
        assertThat(name(method)).contains(name);
    }

    @Test
    void reflectionWithinTheJdkDoesNotHideWhatTheUserCalled() {
        assertThat(name(
                        "java.io.FileInputStream.read",
                        "java.util.ArrayList.readObject",
                        "java.lang.reflect.Method.invoke",
                        "java.io.ObjectInputStream.readObject"))
                .contains("ObjectInputStream.readObject");
    }

    @Test
    void aHiddenClassOfTheUsersEndsTheCall() {
        NamedCall call = names.read(List.of(
                jdk("java.util.concurrent.CountDownLatch.await"),
                frame("com.acme.Orders$$Lambda$14/0x0000000800c03000.run"),
                jdk("java.util.TimerTask.run"),
                PRICE));

        assertThat(call).isEqualTo(new NamedCall(Optional.of("CountDownLatch.await"), List.of(PRICE)));
    }

    @Test
    void hiddenClassesOfTheJdkAreSkipped() {
        assertThat(name("java.lang.Thread.sleep", "java.util.Comparator$$Lambda/0x000000007a164210.compare"))
                .contains("Thread.sleep");
        assertThat(name("java.lang.Thread.sleep", "java.util.Comparator.lambda$comparing$77a9974f$1"))
                .contains("Thread.sleep");
    }

    @Test
    void ourHooksAreNobodysFrames() {
        NamedCall call = names.read(List.of(
                frame("io.github.liveliness.agent.boot.Hooks.blocks"),
                jdk("java.lang.Thread.sleep"),
                frame("io.github.liveliness.agent.boot.Hooks.around"),
                jdk("java.util.concurrent.TimeUnit.sleep"),
                PRICE));

        assertThat(call).isEqualTo(new NamedCall(Optional.of("TimeUnit.sleep"), List.of(PRICE)));
    }

    @Test
    void theUsersFramesAreThoseOutsideTheJdkWithoutTheCompilersAccessors() {
        NamedCall call = names.read(List.of(
                jdk("java.lang.Thread.sleep"),
                frame("com.acme.Orders.access$001"),
                PRICE,
                jdk("java.util.ArrayList.forEach"),
                ORDER,
                jdk("java.util.concurrent.FutureTask.run")));

        assertThat(call.users()).containsExactly(PRICE, ORDER);
    }

    @Test
    void codeOfTheUsersThatBlocksByItselfHasNoName() {
        assertThat(names.read(List.of(PRICE, jdk("java.lang.Thread.run"))).name())
                .isEmpty();
        assertThat(names.read(List.of()).name()).isEmpty();
    }

    @Test
    void aTaskThatIsTheJdksOwnCodeHasANameAndNoFrames() {
        NamedCall call = names.read(List.of(
                jdk("java.util.concurrent.CountDownLatch.await"),
                jdk("java.util.concurrent.Executors$RunnableAdapter.call"),
                jdk("java.util.concurrent.FutureTask.run")));

        assertThat(call).isEqualTo(new NamedCall(Optional.of("CountDownLatch.await"), List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javax.servlet.Filter.doFilter",
                "com.sun.jna.Native.invoke",
                "javatools.Shop.open",
                "sunny.Day.rise"
            })
    void librariesWithTheJdksPrefixesAreUsers(String method) {
        StackTraceElement frame = frame(method);

        assertThat(names.read(List.of(jdk("java.lang.Thread.sleep"), frame)).users())
                .containsExactly(frame);
    }

    @Test
    void theJdksModulesBeyondItsBaseAreTheJdk() {
        StackTraceElement naming = inModule("java.naming", "javax.naming.InitialContext.lookup");
        StackTraceElement server = inModule("jdk.httpserver", "com.sun.net.httpserver.HttpServer.stop");

        assertThat(names.read(List.of(naming, PRICE)).name()).contains("InitialContext.lookup");
        assertThat(names.read(List.of(server, PRICE)).users()).containsExactly(PRICE);
    }

    private Optional<String> name(String... methods) {
        Stream<StackTraceElement> frames = Arrays.stream(methods).map(Calls::jdk);
        return names.read(Stream.concat(frames, Stream.of(PRICE)).toList()).name();
    }
}
