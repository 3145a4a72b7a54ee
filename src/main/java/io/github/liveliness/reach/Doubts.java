package io.github.liveliness.reach;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells what a dump may hide of the threads that can move. */
final class Doubts {
    private static final String VIRTUAL_THREAD = "java.lang.BaseVirtualThread";
    private static final List<String> RUN_TESTS = List.of(
            "java.",
            "jdk.",
            "org.junit.",
            "org.apache.maven.surefire.",
            "org.apache.maven.plugin.surefire.",
            "com.intellij.rt.",
            "org.eclipse.jdt.internal.junit");
    private static final Set<String> LOADING =
            Set.of("<clinit>", "loadClass", "findClass", "defineClass", "checkPackageAccess");
    private static final String LINKAGE = "java.lang.invoke.MethodHandleNatives";

    private static final Pattern HIDDEN = Pattern.compile("[+/]0x\\p{XDigit}+$");
    private static final Pattern OF_THE_JDK =
            Pattern.compile("^(java|jdk|sun)\\.|\\$\\$(Lambda|InjectedInvoker|TypeSwitch)");

    /** The classes whose instances are looked at. */
    static final Set<String> CLASSES = Set.of(VIRTUAL_THREAD);

    private final LiveThreads live;
    private final Cast cast;

    Doubts(LiveThreads live, Cast cast) {
        this.live = live;
        this.cast = cast;
    }

    /** The first doubt, if there is one. */
    static Optional<Wake.Unseen> ofVirtualThreads(Instances instances, boolean showsVirtualThreads) {
        return showsVirtualThreads || instances.of(VIRTUAL_THREAD).isEmpty()
                ? Optional.empty()
                : Optional.of(new Wake.Unseen("Dumps of this JDK do not show what virtual threads hold.", false));
    }

    /** The data that a hidden class was defined with; those of the JDK's own are parts of calls. */
    static Optional<Wake.Unseen> ofHiddenClasses(Heap heap) {
        return heap.classes().stream()
                .map(HeapClass::name)
                .filter(name ->
                        HIDDEN.matcher(name).find() && !OF_THE_JDK.matcher(name).find())
                .findFirst()
                .map(name -> new Wake.Unseen(
                        "A dump does not show what the hidden class " + name + " was defined with.", false));
    }

    Optional<Wake.Unseen> of(List<HeapThread> movers) {
        return movers.stream()
                .filter(Doubts::loads)
                .findFirst()
                .map(thread -> new Wake.Unseen(
                        "Thread '" + cast.name(thread.object())
                                + "' is loading a class, and a dump does not show what it is about to pass on.",
                        true))
                .or(() -> movers.stream().filter(this::hides).findFirst().map(this::optimized));
    }

    private Wake.Unseen optimized(HeapThread thread) {
        return new Wake.Unseen(
                "Thread '" + cast.name(thread.object())
                        + "' runs optimized code, and a dump does not show all it holds.",
                false);
    }

    /** What a caller has put together for a call is not shown while a class is loaded for that call. */
    private static boolean loads(HeapThread thread) {
        return thread.stack().stream()
                .anyMatch(frame ->
                        LOADING.contains(frame.method()) || frame.className().equals(LINKAGE));
    }

    /** Optimized code of the JDK counts where it may have swallowed a user's method that it calls. */
    private boolean hides(HeapThread thread) {
        List<HeapFrame> stack = thread.stack();
        int swallows = -1;
        for (int index = 0; index < stack.size(); index++) {
            String className = stack.get(index).className();
            if (isReflection(stack.get(index))) {
                swallows = -1;
            }
            if (RUN_TESTS.stream().noneMatch(className::startsWith)) {
                swallows = index + live.optimized().depth();
            }
            if (index <= swallows
                    && live.optimized()
                            .methods()
                            .contains(className + '.' + stack.get(index).method())) {
                return true;
            }
        }
        return false;
    }

    /** What is called by reflection is put into the code of its caller only where the caller has the method for a constant. */
    private static boolean isReflection(HeapFrame frame) {
        return frame.className().equals("java.lang.reflect.Method")
                && frame.method().equals("invoke");
    }
}
