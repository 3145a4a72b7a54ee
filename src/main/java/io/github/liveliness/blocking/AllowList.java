package io.github.liveliness.blocking;

import io.github.liveliness.model.BlockingCall;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/** What may block: any code between a call and where its task begins can carry the permission for it. */
@API(status = API.Status.INTERNAL)
public final class AllowList {

    private final List<AllowEntry> entries;
    private final Annotations annotations;
    private final AllowUses uses;

    /** @param uses those of the whole run */
    public AllowList(List<AllowEntry> entries, Annotations annotations, AllowUses uses) {
        this.uses = uses;
        this.entries = List.copyOf(entries);
        this.annotations = annotations;
    }

    /**
     * The calls that nothing allows, in their order.
     *
     * @throws AllowListException if an annotation on their code gives a blank reason
     */
    public List<BlockingCall> notAllowed(List<BlockingCall> calls) {
        uses.mayUse(entries);
        return calls.stream().filter(call -> !allows(call)).toList();
    }

    private boolean allows(BlockingCall call) {
        // Each entry that allows it is used, whatever else allows it.
        List<AllowEntry> allowing = entries.stream()
                .filter(entry -> call.places().stream().anyMatch(entry.target()::holds))
                .toList();
        uses.use(allowing);
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
            throw AllowListException.noReason("@AllowBlocking(reason = \"" + reason.get() + "\") on " + on);
        }
        return reason.isPresent();
    }
}
