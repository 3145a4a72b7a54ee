package io.github.liveliness.agent;

import io.github.liveliness.agent.boot.Dependents;
import io.github.liveliness.agent.boot.HeldTasks;
import io.github.liveliness.agent.boot.Installation;
import io.github.liveliness.agent.boot.PoolFields;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Sets everything up once the boot classes are where they belong. */
final class AgentInstaller {

    private final Instrumentation instrumentation;
    private final CopyOnWriteArrayList<String> notes = new CopyOnWriteArrayList<>();
    private final AnnotatedClasses annotated = new AnnotatedClasses();
    private final CopyOnWriteArrayList<String> blockingNotes = new CopyOnWriteArrayList<>();
    private volatile Optional<HookTrials> blockingTrials = Optional.empty();

    private AgentInstaller(Instrumentation instrumentation) {
        this.instrumentation = instrumentation;
    }

    static void install(Instrumentation instrumentation, boolean attached) {
        if (BootClasses.strayed().isEmpty()) {
            Installation.conclude(new AgentInstaller(instrumentation).install(attached));
        }
    }

    private Installation install(boolean attached) {
        HookTransformer transformer = new HookTransformer(notes::addIfAbsent);
        try {
            prepare();
            transformer.install(instrumentation);
            return new Installation(
                    "",
                    notes,
                    this::blockingNotes,
                    annotated.names(),
                    attached,
                    module -> JavaBase.open(instrumentation, module),
                    this::hookBlockingCalls,
                    this::takeControl);
        } catch (Throwable failed) {
            instrumentation.removeTransformer(transformer);
            return Installation.failed("The agent could not set itself up: " + failed);
        }
    }

    private void prepare() throws ClassNotFoundException {
        Module boot = Installation.class.getModule();
        JavaBase.read(instrumentation, boot);
        JavaBase.open(instrumentation, boot);
        JavaBase.open(instrumentation, AgentInstaller.class.getModule());
        BootClasses.initialize();
        try {
            Dependents.open();
        } catch (ReflectiveOperationException | RuntimeException | LinkageError failed) {
            notes.add("Tasks of CompletableFuture are not matched with their futures: " + failed);
        }
        try {
            HeldTasks.open();
            PoolFields.open();
        } catch (ReflectiveOperationException | RuntimeException | LinkageError failed) {
            notes.add("What threads and tasks held that failed is not seen: " + failed);
        }
    }

    private void hookBlockingCalls() {
        BlockingTransformer transformer = new BlockingTransformer(
                BlockingTable.ofTheJdk(), CallGroups.HOOKED, annotated, blockingNotes::addIfAbsent);
        try {
            transformer.install(instrumentation);
            HookTrials trials = new HookTrials(transformer::tryOut);
            blockingTrials = Optional.of(trials);
            trials.begin();
        } catch (IOException | UnmodifiableClassException | RuntimeException | LinkageError | InternalError failed) {
            instrumentation.removeTransformer(transformer);
            blockingNotes.addIfAbsent("Blocking calls are not seen: " + failed);
        }
    }

    /** What has been found out so far; not sooner than the hooks have been tried, for what did not fit is off then. */
    private List<String> blockingNotes() {
        if (blockingTrials.filter(trials -> !trials.haveEnded()).isPresent()) {
            blockingNotes.addIfAbsent("Whether the hooks around blocking calls work could not be tried.");
        }
        return List.copyOf(blockingNotes);
    }

    private String takeControl() {
        ControlTransformer transformer = new ControlTransformer(notes::addIfAbsent);
        try {
            transformer.install(instrumentation);
            return "";
        } catch (IOException
                | ReflectiveOperationException
                | UnmodifiableClassException
                | RuntimeException
                | LinkageError failed) {
            instrumentation.removeTransformer(transformer);
            return "Threads cannot be put under control: " + failed;
        }
    }
}
