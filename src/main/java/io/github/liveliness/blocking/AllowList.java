package io.github.liveliness.blocking;

import io.github.liveliness.model.BlockingCall;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apiguardian.api.API;

/** What may block: any code between a call and where its task begins can carry the permission for it. */
@API(status = API.Status.INTERNAL)
public final class AllowList {

    private final List<AllowEntry> entries;
    private final Annotations annotations;
    private final Set<AllowEntry> used = ConcurrentHashMap.newKeySet();

    /** Made once for a run, so that it knows at the end which entries have allowed nothing. */
    public AllowList(List<AllowEntry> entries, Annotations annotations) {
        this.entries = List.copyOf(entries);
        this.annotations = annotations;
    }

    /**
     * The calls that nothing allows, in their order.
     *
     * @throws AllowListException if an annotation on their code gives a blank reason
     */
    public List<BlockingCall> notAllowed(List<BlockingCall> calls) {
        return calls.stream().filter(call -> !allows(call)).toList();
    }

    /** The entries that have allowed no call so far, as they were written. */
    public List<AllowEntry> unused() {
        return entries.stream().filter(entry -> !used.contains(entry)).toList();
    }

    private boolean allows(BlockingCall call) {
        // Each entry that allows it is used, whatever else allows it.
        List<AllowEntry> allowing = entries.stream()
                .filter(entry -> call.places().stream().anyMatch(entry.target()::holds))
                .toList();
        used.addAll(allowing);
        return !allowing.isEmpty() || call.places().stream().anyMatch(this::isAnnotated);
    }

    private boolean isAnnotated(StackTraceElement frame) {
        String type = frame.getClassName();
        String method = SourcePlace.methodOf(frame.getMethodName());
        return isReason(ofMethod(type, method), type + "#" + method)
                || SourcePlace.around(type).anyMatch(outer -> isReason(annotations.ofType(outer), outer))
                || isReason(annotations.ofPackage(type), "the package of " + type);
    }

    private Optional<String> ofMethod(String type, String method) {
        return method.equals("<init>") ? annotations.ofConstructor(type) : annotations.ofMethod(type, method);
    }

    private static boolean isReason(Optional<String> reason, String on) {
        if (reason.isPresent() && reason.get().isBlank()) {
            throw new AllowListException(
                    "@AllowBlocking(reason = \"" + reason.get() + "\") on " + on,
                    "it gives no reason",
                    "Say why this may block, such as \"the file is small, and read once\".");
        }
        return reason.isPresent();
    }
}
