package io.github.liveliness.engine;

/** One test, by its class and its method. */
record NamedTestSyntax() implements SettingSyntax<NamedTest> {
    private static final String ADVICE =
            "Try \"com.acme.OrderServiceTest#placesFourOrders\", with \"(int)\" for one of several methods of that name, and"
                    + " \"[2]\" for the second invocation of a parameterized test.";

    @Override
    public Reading<NamedTest> read(String text) {
        return NamedTest.read(text)
                .<Reading<NamedTest>>map(Reading.Value::new)
                .orElseGet(() -> new Reading.Wrong<>("it names no method of a class", ADVICE));
    }
}
