package io.github.liveliness.agent;

import io.github.liveliness.agent.boot.Dependents;
import io.github.liveliness.agent.boot.Installation;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.util.concurrent.CopyOnWriteArrayList;

/** Sets everything up once the boot classes are where they belong. */
final class AgentInstaller {

    private final Instrumentation instrumentation;
    private final CopyOnWriteArrayList<String> notes = new CopyOnWriteArrayList<>();

    private AgentInstaller(Instrumentation instrumentation) {
        this.instrumentation = instrumentation;
    }

    static void install(Instrumentation instrumentation, boolean attached) throws ReflectiveOperationException {
        if (!BootClasses.strayed().isEmpty()) {
            return;
        }
        AgentInstaller installer = new AgentInstaller(instrumentation);
        installer.prepare();
        installer.rewrite();
        Installation.conclude(
                new Installation("", installer.notes, attached, module -> JavaBase.open(instrumentation, module)));
    }

    private void prepare() throws ReflectiveOperationException {
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
    }

    private void rewrite() {
        HookTransformer transformer = new HookTransformer(notes::addIfAbsent);
        instrumentation.addTransformer(transformer, true);
        for (Class<?> loaded : instrumentation.getAllLoadedClasses()) {
            if (transformer.concerns(loaded) && instrumentation.isModifiableClass(loaded)) {
                rewrite(loaded);
            }
        }
    }

    private void rewrite(Class<?> loaded) {
        try {
            instrumentation.retransformClasses(loaded);
        } catch (UnmodifiableClassException | RuntimeException | LinkageError refused) {
            notes.add(loaded.getName() + " keeps its own code: " + refused);
        }
    }
}
