package io.github.liveliness.blocking;

import static io.github.liveliness.blocking.Calls.frame;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AllowEntryTest {

    private static final String TRY = "Try \"com.acme.*\" for a package, \"com.acme.Orders\" for a class,"
            + " \"com.acme.Orders#price\" for a method or \"com.acme.Orders#new\" for its constructors.";

    @ParameterizedTest
    @CsvSource({
        "com.acme., com.acme.Orders.price",
        "com.acme.*, com.acme.Orders.price",
        "com.acme.*, com.acme.stock.Shelf.take",
        "com.acme.Orders, com.acme.Orders.price",
        "com.acme.Orders, com.acme.Orders.<init>",
        "com.acme.Orders, com.acme.Orders$Line.price",
        "com.acme.Orders, com.acme.Orders$1.run",
        "com.acme.Orders, com.acme.Orders$$SpringCGLIB$$0.price",
        "com.acme.Orders.Line, com.acme.Orders$Line.price",
        "com.acme.Orders$Line, com.acme.Orders$Line$Part.price",
        "Orders, Orders.price",
        "com.acme.Orders#price, com.acme.Orders.price",
        "com.acme.Orders#price, com.acme.Orders.lambda$price$3",
        "com.acme.Orders.Line#price, com.acme.Orders$Line.price",
        "com.acme.Orders#new, com.acme.Orders.<init>",
        "com.acme.Orders#<init>, com.acme.Orders.<init>",
        "com.acme.Orders#new, com.acme.Orders.lambda$new$0",
        "com.acme.Orders#<clinit>, com.acme.Orders.<clinit>",
        "com.acme.Orders#price-impl, com.acme.Orders.price-impl",
        "' com.acme.Orders ', com.acme.Orders.price"
    })
    void anEntryHoldsTheCodeThatItNames(String entry, String method) {
        assertThat(AllowEntry.read(entry, "here").target().holds(frame(method))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "com.acme.*, com.acmenow.Orders.price",
        "com.acme.*, org.com.acme.Orders.price",
        "com.acme, com.acme.Orders.price",
        "com.acme.Order, com.acme.Orders.price",
        "com.acme.Orders, com.acme.orders.Orders.price",
        "com.acme.Orders$Line, com.acme.Orders.price",
        "com.acme.Orders#price, com.acme.Orders.prices",
        "com.acme.Orders#price, com.acme.Orders.<init>",
        "com.acme.Orders#price, com.acme.Orders$Line.price",
        "com.acme.Orders#price, com.acme.Orders.lambda$order$0",
        "com.acme.Orders#new, com.acme.Orders.<clinit>",
        "com.acme.Orders#new, com.acme.Orders.price"
    })
    void anEntryHoldsNothingElse(String entry, String method) {
        assertThat(AllowEntry.read(entry, "here").target().holds(frame(method))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "com.acme.Orders.price(int) | a method stands behind a \"#\", without parameters | com.acme.Orders#price",
                "com.acme.Orders#price(int) | a method is written without parameters, for all its overloads | com.acme.Orders#price",
                "com.acme.Orders::price | a method stands behind a \"#\" | com.acme.Orders#price",
                "com.acme.Orders::price() | a method is written without parameters, for all its overloads | com.acme.Orders#price",
                "com.acme. Orders | it has a space in it | com.acme.Orders",
                "com/acme/Orders | packages are separated by dots | com.acme.Orders",
                "com.acme.Orders#lambda$price$0 | a lambda belongs to the method that it stands in | com.acme.Orders#price",
                "com.acme.Orders$1#run | a class without a name belongs to the class around it | com.acme.Orders#run",
                "com.acme.Orders$1 | a class without a name belongs to the class around it | com.acme.Orders",
                ".com.acme.Orders | it begins with a dot | com.acme.Orders",
                "com..acme.Orders | there is nothing between two of its dots | com.acme.Orders",
                "com.acme.. | there is nothing between two of its dots | com.acme.",
                "com.acme.Orders##price | it has more than one \"#\" | com.acme.Orders#price",
                "com.acme.Orders# | no method stands behind the \"#\" | com.acme.Orders",
                "com.acme.Orders#* | no method stands behind the \"#\" | com.acme.Orders",
                "com.acme.** | one star is enough | com.acme.*",
                "com.acme* | a star stands for a whole name, behind a dot | com.acme.*"
            })
    void aMalformedEntrySaysWhyAndSuggestsARightOne(String entry, String why, String right) {
        assertRefused(entry, "\"" + entry + "\" is malformed, " + why + ". Did you mean \"" + right + "\"?");
        assertThat(AllowEntry.read(right, "here").text()).isEqualTo(right);
    }

    @ParameterizedTest
    @CsvSource({
        "*",
        "com.*.Orders",
        "#price",
        "com.acme.#price",
        "com.acme.Orders#a#b",
        "com.acme.7up",
        "com.acme.Orders#<new>"
    })
    void whatCannotBeGuessedIsAnsweredWithTheWholeSyntax(String entry) {
        assertThatExceptionOfType(AllowListException.class)
                .isThrownBy(() -> AllowEntry.read(entry, "here"))
                .withMessageStartingWith("here is wrong: \"" + entry + "\" is malformed, ")
                .withMessageEndingWith(TRY);
    }

    @Test
    void anEmptyEntryIsRefused() {
        assertRefused(" ", "it is empty. " + TRY);
    }

    @Test
    void severalEntriesStandBetweenCommasOrOnLinesOfTheirOwn() {
        assertThat(AllowEntry.readAll("com.acme.Orders#price, com.acme.*,\n  org.acme.Bills\n", "here"))
                .extracting(AllowEntry::text)
                .containsExactly("com.acme.Orders#price", "com.acme.*", "org.acme.Bills");
        assertThat(AllowEntry.readAll(" ", "here")).isEmpty();
    }

    @Test
    void theErrorAboutOneOfSeveralEntriesQuotesThatOneAndItsPlace() {
        assertThatExceptionOfType(AllowListException.class)
                .isThrownBy(() -> AllowEntry.readAll("com.acme.*, com/acme", "-Dliveliness.allow=com.acme.*, com/acme"))
                .withMessage("-Dliveliness.allow=com.acme.*, com/acme is wrong: \"com/acme\" is malformed, packages are"
                        + " separated by dots. Did you mean \"com.acme\"?");
    }

    @Test
    void anUnusedEntrySaysWhereItStands() {
        assertThat(AllowEntry.read("com.acme.Orders", "here").unused())
                .isEqualTo("\"com.acme.Orders\" has allowed nothing (here). Take it out, or look whether its code has"
                        + " moved.");
    }

    @Test
    void anUnusedClassThatLooksLikeAPackageSaysHowAPackageIsWritten() {
        assertThat(AllowEntry.read("com.acme", "here").unused())
                .isEqualTo("\"com.acme\" has allowed nothing (here). It names a class. Did you mean the package"
                        + " \"com.acme.*\"?");
    }

    private static void assertRefused(String entry, String message) {
        assertThatExceptionOfType(AllowListException.class)
                .isThrownBy(() -> AllowEntry.read(entry, "here"))
                .withMessage("here is wrong: " + message);
    }
}
