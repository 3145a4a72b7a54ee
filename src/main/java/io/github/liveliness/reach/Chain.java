package io.github.liveliness.reach;

import java.util.List;
import org.apiguardian.api.API;

/**
 * How somebody who can move reaches what a thread waits for.
 *
 * @param holder who: a thread and one of its frames, a static field
 * @param steps the way from there, a class and its field each, as {@code Class.field}
 * @param end what it leads to, the name of a class
 */
@API(status = API.Status.INTERNAL)
public record Chain(String holder, List<String> steps, String end) {
    public Chain {
        steps = List.copyOf(steps);
    }
}
