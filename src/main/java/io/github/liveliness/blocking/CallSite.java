package io.github.liveliness.blocking;

import io.github.liveliness.model.BlockingCall;
import java.util.Comparator;
import org.apiguardian.api.API;

/**
 * What calls have in common that a person takes for the same one: where they stand in the source, and what they call. It
 * names no line, so that it outlives changes above it.
 *
 * @param place class and method, as an entry of the allow list names them: "com.acme.Orders#price"
 * @param call the call's public name: "Files.readString"
 */
@API(status = API.Status.INTERNAL)
public record CallSite(String place, String call) implements Comparable<CallSite> {

    private static final Comparator<CallSite> ORDER =
            Comparator.comparing(CallSite::place).thenComparing(CallSite::call);

    static CallSite of(BlockingCall call) {
        SourcePlace place = call.place().map(SourcePlace::of).orElse(SourcePlace.UNKNOWN);
        return new CallSite(place.toString(), call.name());
    }

    @Override
    public int compareTo(CallSite other) {
        return ORDER.compare(this, other);
    }
}
