package io.github.liveliness.blocking;

import io.github.liveliness.model.BlockingCall;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
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
        Set<Permission> given = new HashSet<>();
        List<BlockingCall> rest =
                calls.stream().filter(call -> !allows(call, given::addAll)).toList();
        // At last, for what another call uses is used all the same.
        given.stream().filter(Permission::givesNoReason).findFirst().ifPresent(wrong -> {
            throw AllowListException.noReason("@AllowBlocking(reason = \"" + wrong.reason() + "\") on " + wrong.on());
        });
        return rest;
    }

    /** Each that allows it is used, whatever else allows it. */
    private boolean allows(BlockingCall call, Consumer<List<Permission>> used) {
        List<AllowEntry> allowing = entries.stream()
                .filter(entry -> call.places().stream().anyMatch(entry.target()::holds))
                .toList();
        List<Permission> annotated =
                call.places().stream().flatMap(this::annotated).toList();
        uses.use(allowing, annotated);
        used.accept(annotated);
        return !allowing.isEmpty() || !annotated.isEmpty();
    }

    private Stream<Permission> annotated(StackTraceElement frame) {
        String type = frame.getClassName();
        return Stream.of(
                        ofMethod(type, SourcePlace.methodOf(frame.getMethodName())).stream(),
                        SourcePlace.around(type).flatMap(this::ofType),
                        annotations.ofPackage(type).stream())
                .flatMap(Function.identity());
    }

    private Optional<Permission> ofMethod(String type, String method) {
        return method.equals("<init>") ? annotations.ofConstructor(type) : annotations.ofMethod(type, method);
    }

    private Stream<Permission> ofType(String type) {
        return Stream.concat(annotations.ofType(type).stream(), annotations.ofCodeAround(type).stream());
    }
}
