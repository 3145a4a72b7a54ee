package io.github.liveliness.engine;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apiguardian.api.API;

/**
 * A test as settings name it: {@code com.acme.OrderServiceTest#placesFourOrders}, with the types of its parameters where
 * others are called like it, and the number of the invocation where a method makes several.
 *
 * @param type its class, by its full or its simple name
 * @param method its method
 * @param parameters their types, with commas between; empty where all methods of that name are meant
 * @param invocation which of its invocations, from 1; empty where all are meant
 */
@API(status = API.Status.INTERNAL)
public record NamedTest(String type, String method, Optional<String> parameters, OptionalInt invocation) {
    private static final Pattern WRITTEN =
            Pattern.compile("([^#\\s]+)#([^#]+?)(?:\\(([^()]*)\\))?(?:\\[([1-9]\\d{0,8})])?");

    static Optional<NamedTest> read(String text) {
        Matcher written = WRITTEN.matcher(text);
        return written.matches()
                ? Optional.of(new NamedTest(
                        written.group(1),
                        written.group(2),
                        Optional.ofNullable(written.group(3)).map(types -> types.replaceAll("\\s", "")),
                        written.group(4) == null
                                ? OptionalInt.empty()
                                : OptionalInt.of(Integer.parseInt(written.group(4)))))
                : Optional.empty();
    }

    /**
     * Whether that test is meant.
     *
     * @param test one that is about to run, with all there is to say of it
     */
    public boolean means(NamedTest test) {
        return (type.equals(test.type) || (type.indexOf('.') < 0 && test.type.endsWith("." + type)))
                && method.equals(test.method)
                && (parameters.isEmpty() || parameters.equals(test.parameters))
                && (invocation.isEmpty() || invocation.equals(test.invocation));
    }

    /** Without the types of its parameters, unless one could not read its name then. */
    public NamedTest brief() {
        return method.indexOf('(') < 0 ? new NamedTest(type, method, Optional.empty(), invocation) : this;
    }

    /** As one writes it. */
    public String words() {
        return type + "#" + method + parameters.map(types -> "(" + types + ")").orElse("")
                + (invocation.isPresent() ? "[" + invocation.getAsInt() + "]" : "");
    }
}
