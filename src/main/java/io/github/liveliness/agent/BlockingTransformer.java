package io.github.liveliness.agent;

import io.github.liveliness.agent.boot.CallKind;
import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.security.ProtectionDomain;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes hooks around tasks, and around what may block in them. It comes when the first test asks for it, since it concerns
 * classes that every JVM uses all the time.
 */
final class BlockingTransformer extends RewritingTransformer {

    private final BlockingTable table;
    private final CallGroups groups;
    private final AnnotatedClasses annotated;
    private final Consumer<String> notes;
    private final Set<String> rewritten = new HashSet<>();
    private final Set<CallKind> inTurn = Collections.synchronizedSet(EnumSet.allOf(CallKind.class));

    /**
     * One that has rewritten nothing yet.
     *
     * @param annotated is shown the project's classes
     * @param notes takes what is not seen besides the groups that are off, a sentence each
     */
    BlockingTransformer(BlockingTable table, CallGroups groups, AnnotatedClasses annotated, Consumer<String> notes) {
        this.table = table;
        this.groups = groups;
        this.annotated = annotated;
        this.notes = notes;
    }

    /** Rewrites what is loaded, and from now on what is being loaded. */
    void install(Instrumentation instrumentation) throws IOException, UnmodifiableClassException {
        loadWhatWrites(BootClasses.anyClassFile());
        LoadedClasses loaded = LoadedClasses.withNewOnesLeftTo(this, instrumentation);
        rewriteJdk(loaded);
        loaded.rewriteEach(loaded.ofUsers());
        loaded.ofTheJdk().forEach(each -> rewritten.add(internalName(each)));
    }

    /** Groups that cannot be relied on are off afterwards; to be called on a thread that is about to end. */
    void tryOut() {
        checkWhatIsNotLoaded();
        HarmlessCalls.unseen().stream()
                .filter(groups::isOn)
                .forEach(kind -> groups.switchOff(kind, "a call that was made to try it went through no hook."));
    }

    private void rewriteJdk(LoadedClasses loaded) throws UnmodifiableClassException {
        try {
            loaded.rewriteTogether(loaded.ofTheJdk());
        } catch (UnmodifiableClassException | RuntimeException | LinkageError | InternalError oneRefused) {
            rewriteByGroup(loaded);
        }
    }

    private void rewriteByGroup(LoadedClasses loaded) throws UnmodifiableClassException {
        inTurn.clear();
        loaded.rewriteTogether(loaded.ofTheJdk().stream()
                .filter(each -> TaskLoop.of(internalName(each)).isPresent())
                .toList());
        for (CallKind kind : CallKind.values()) {
            inTurn.add(kind);
            try {
                loaded.rewriteTogether(loaded.ofTheJdk().stream()
                        .filter(each -> table.of(internalName(each)).stream().anyMatch(point -> point.kind() == kind))
                        .toList());
            } catch (UnmodifiableClassException | RuntimeException | LinkageError | InternalError refused) {
                groups.switchOff(kind, "the JVM refused their hooks: " + refused);
            }
        }
    }

    /** What they lack would else be known only once they are loaded, when there may be findings that rest on it. */
    private void checkWhatIsNotLoaded() {
        Set<String> types = new HashSet<>(table.types());
        types.removeAll(rewritten);
        types.forEach(this::check);
    }

    private void check(String type) {
        try (InputStream classFile = Object.class.getResourceAsStream('/' + type + ".class")) {
            if (classFile != null) {
                BlockingWriter.check(classFile.readAllBytes(), table.of(type), this::switchOff);
            } else {
                table.of(type).stream()
                        .filter(BlockingPoint::everywhere)
                        .forEach(point ->
                                groups.switchOff(point.kind(), "this JDK has no " + type.replace('/', '.') + '.'));
            }
        } catch (IOException | RuntimeException unreadable) {
            table.of(type)
                    .forEach(point ->
                            groups.switchOff(point.kind(), type.replace('/', '.') + " cannot be read: " + unreadable));
        }
    }

    /**
     * A class that is loaded while another is rewritten is rewritten itself, and must not need what is being loaded. So
     * everything that writes is loaded first.
     */
    private void loadWhatWrites(byte[] anyClassFile) {
        withHooks(anyClassFile, List.of(BlockingPoint.of("", CallKind.SLEEP, "<init>")));
        TaskWriter.write(anyClassFile, new TaskLoop("", "<init>", "<init>", "", "", true, "", ""));
        rewriteJdk("", anyClassFile);
        groups.isOn(CallKind.SLEEP);
        ProjectClasses.hold(null);
        annotated.look("", anyClassFile);
        UserWaits.rewrite(anyClassFile);
        EventLoops.of("");
        EventLoopWriter.write(
                anyClassFile, new EventLoops.Loop("", Set.of("<clinit>"), Set.of("<init>"), ""), missing -> {});
    }

    @Override
    boolean concernsJdk(String name) {
        return table.types().contains(name) || TaskLoop.of(name).isPresent();
    }

    /**
     * The class files of the project's own are read: to rewrite one for nothing would take the breakpoints out of it. It shows
     * what is annotated, too. To read those of libraries takes too long.
     */
    @Override
    boolean concernsUser(Class<?> loaded) {
        String name = internalName(loaded);
        Optional<byte[]> ofTheProject = ProjectClasses.classFile(loaded);
        ofTheProject.ifPresent(classFile -> annotated.look(name, classFile));
        return EventLoops.of(name).isPresent()
                || ofTheProject.filter(BlockingTransformer::mayWait).isPresent();
    }

    private static boolean mayWait(byte[] classFile) {
        return UserWaits.areNative() && UserWaits.mightBeIn(classFile);
    }

    @Override
    void cannotRewrite(String name, Throwable why) {
        String words = name.replace('/', '.') + " cannot be rewritten: " + why;
        List<BlockingPoint> points = table.of(name);
        points.forEach(point -> groups.switchOff(point.kind(), words));
        if (points.isEmpty()) {
            notes.accept("Blocking calls are not seen there: " + words);
        }
    }

    @Override
    Optional<byte[]> rewriteJdk(String name, byte[] classFile) {
        Optional<byte[]> withTasks = TaskLoop.of(name).flatMap(loop -> withTasks(classFile, loop));
        List<BlockingPoint> points = table.of(name).stream()
                .filter(point -> inTurn.contains(point.kind()) && groups.isOn(point.kind()))
                .toList();
        return points.isEmpty() ? withTasks : Optional.of(withHooks(withTasks.orElse(classFile), points));
    }

    private Optional<byte[]> withTasks(byte[] classFile, TaskLoop loop) {
        Optional<byte[]> rewritten = TaskWriter.write(classFile, loop);
        if (rewritten.isEmpty()) {
            notes.accept("Blocking calls in tasks of " + loop.type().replace('/', '.')
                    + " are not seen: this JDK runs them in another way.");
        }
        return rewritten;
    }

    private byte[] withHooks(byte[] classFile, List<BlockingPoint> points) {
        return BlockingWriter.write(classFile, points, this::switchOff);
    }

    private void switchOff(BlockingPoint point, String missing) {
        groups.switchOff(point.kind(), "this JDK has no " + point.named(missing) + '.');
    }

    @Override
    Optional<byte[]> rewriteUser(
            ClassLoader loader,
            String name,
            @Nullable Class<?> redefined,
            @Nullable ProtectionDomain domain,
            byte[] classFile) {
        if (ProjectClasses.hold(domain)) {
            annotated.look(name, classFile);
        }
        boolean mayWait = mayWait(classFile);
        Optional<EventLoops.Loop> loop = EventLoops.of(name);
        if (!(mayWait || loop.isPresent())
                || !UserExecutors.mayBeRewritten(name, loader, domain)
                || !BootClasses.areSeenBy(loader)) {
            return Optional.empty();
        }
        Optional<byte[]> withWaits = mayWait ? UserWaits.rewrite(classFile) : Optional.empty();
        return loop.flatMap(known -> EventLoopWriter.write(withWaits.orElse(classFile), known, this::missing))
                .or(() -> withWaits);
    }

    private void missing(String loop) {
        notes.accept("Blocking calls in tasks of " + loop.replace('/', '.')
                + " are not seen: this version has none of the methods that are known.");
    }
}
