package io.github.liveliness.blocking;

import static io.github.liveliness.blocking.Calls.reads;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.liveliness.model.BlockingCall;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AllowListTest {

    private static final BlockingCall CALL =
            reads(10, "com.acme.Files.load", "com.acme.Orders.price", "com.acme.Orders.order");

    private final AllowUses uses = new AllowUses();

    @ParameterizedTest
    @CsvSource({"com.acme.Files#load", "com.acme.Orders#price", "com.acme.Orders#order", "com.acme.Orders", "com.acme.*"
    })
    void anyCodeBetweenTheCallAndItsTaskMayAllowIt(String entry) {
        AllowList list = list(Map.of(), entry);

        assertThat(list.notAllowed(List.of(CALL))).isEmpty();
        assertThat(uses.unused()).isEmpty();
    }

    @Test
    void whatNothingAllowsIsKeptInItsOrder() {
        BlockingCall first = reads(1, "com.acme.Bills.bill");
        BlockingCall last = reads(2, "com.acme.Bills.sum");

        assertThat(list(Map.of(), "com.acme.Orders").notAllowed(List.of(first, CALL, last)))
                .containsExactly(first, last);
    }

    @Test
    void whoSubmittedTheTaskAllowsNothing() {
        assertThat(list(Map.of(), "com.acme.Orders#submit").notAllowed(List.of(CALL)))
                .containsExactly(CALL);
    }

    @Test
    void aTaskOfTheJdksOwnCodeIsAllowedWhereItWasSubmitted() {
        assertThat(list(Map.of(), "com.acme.Orders#submit").notAllowed(List.of(reads(10))))
                .isEmpty();
    }

    @Test
    void anEntryThatHasAllowedNothingInTheWholeRunIsUnused() {
        list(Map.of(), "com.acme.Gone", "com.acme.Orders", "com.acme.Bills#bill")
                .notAllowed(List.of());
        assertThat(uses.unused()).hasSize(3);

        list(Map.of(), "com.acme.Orders").notAllowed(List.of(CALL));
        list(Map.of(), "com.acme.Orders").notAllowed(List.of());

        assertThat(uses.unused()).extracting(AllowEntry::text).containsExactly("com.acme.Gone", "com.acme.Bills#bill");
    }

    @Test
    void eachEntryThatAllowsTheSameCallIsUsed() {
        AllowList list = list(Map.of("method com.acme.Files load", "small"), "com.acme.Orders", "com.acme.*");

        list.notAllowed(List.of(CALL));

        assertThat(uses.unused()).isEmpty();
    }

    @Test
    void eachAnnotationThatAllowsTheSameCallIsUsed() {
        Map<String, String> annotated = Map.of(
                "method com.acme.Files load", "small",
                "type com.acme.Orders", "rare",
                "package com.acme.Orders", "old",
                "method com.acme.Bills bill", "small");
        AllowList list = list(annotated, "com.acme.Orders");

        list.notAllowed(List.of(CALL));

        assertThat(uses.unused(on(annotated))).extracting(Permission::on).containsExactly("method com.acme.Bills bill");
    }

    @Test
    void whereNobodyHasLookedForCallsNoAnnotationIsUnused() {
        Map<String, String> annotated = Map.of("method com.acme.Files load", "small");
        assertThat(uses.unused(on(annotated))).isEmpty();

        list(annotated).notAllowed(List.of());

        assertThat(uses.unused(on(annotated))).hasSize(1);
    }

    @Test
    void anErrorInOneAnnotationLeavesNoOtherUnused() {
        Map<String, String> annotated =
                Map.of("method com.acme.Bills bill", " ", "method com.acme.Files load", "small");
        AllowList list = list(annotated);

        assertThatExceptionOfType(AllowListException.class)
                .isThrownBy(() -> list.notAllowed(List.of(reads(1, "com.acme.Bills.bill"), CALL)));

        assertThat(uses.unused(on(annotated))).isEmpty();
    }

    @Test
    void anAnnotationThatHasAllowedNothingIsToldByWhatItStandsOn() {
        assertThat(Permission.onConstructor("com.acme.Orders", "small").unused())
                .isEqualTo("@AllowBlocking on com.acme.Orders#new has allowed nothing in this run."
                        + " Take it out, unless other tests need it.");
    }

    private static List<Permission> on(Map<String, String> annotated) {
        return annotated.entrySet().stream()
                .map(entry -> new Permission(entry.getKey(), entry.getValue()))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "com.acme.Files.load, method com.acme.Files load",
        "com.acme.Files.lambda$load$0, method com.acme.Files load",
        "com.acme.Files.<init>, constructor com.acme.Files",
        "com.acme.Files.lambda$new$0, constructor com.acme.Files",
        "com.acme.Files.load, type com.acme.Files",
        "com.acme.Files$Lines.load, type com.acme.Files",
        "com.acme.Files$1$2.load, type com.acme.Files$1",
        "com.acme.Files$1.run, around com.acme.Files$1",
        "com.acme.Files$1$2.run, around com.acme.Files$1",
        "com.acme.Files.load, package com.acme.Files"
    })
    void anAnnotationAllowsTheCodeThatItStandsOn(String method, String annotated) {
        assertThat(list(Map.of(annotated, "small")).notAllowed(List.of(reads(10, "com.acme.Main.run", method))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "com.acme.Files.load, method com.acme.Files store",
        "com.acme.Files.load, constructor com.acme.Files",
        "com.acme.Files.<init>, method com.acme.Files load",
        "com.acme.Files.load, type com.acme.Files$Lines"
    })
    void anAnnotationAllowsNothingElse(String method, String annotated) {
        assertThat(list(Map.of(annotated, "small")).notAllowed(List.of(reads(10, method))))
                .hasSize(1);
    }

    @Test
    void aBlankReasonIsAnErrorWhenItIsRead() {
        AllowList list = list(Map.of("method com.acme.Files load", " "));

        assertThatExceptionOfType(AllowListException.class)
                .isThrownBy(() -> list.notAllowed(List.of(CALL)))
                .withMessage(
                        "@AllowBlocking(reason = \" \") on method com.acme.Files load is wrong: it gives no reason."
                                + " Say why this may block, such as \"the file is small, and read once\".");
    }

    @Test
    void whatCodeAllowsHasItsReason() {
        assertThat(AllowEntry.of("com.acme.Orders#price", "small").where())
                .isEqualTo("allowBlocking(\"com.acme.Orders#price\", \"small\")");
        assertThatExceptionOfType(AllowListException.class)
                .isThrownBy(() -> AllowEntry.of("com.acme.Orders#price", " "))
                .withMessageStartingWith(
                        "allowBlocking(\"com.acme.Orders#price\", \" \") is wrong: it gives no reason.");
    }

    private AllowList list(Map<String, String> annotated, String... entries) {
        return new AllowList(
                Stream.of(entries).map(entry -> AllowEntry.read(entry, "here")).toList(),
                new HandAnnotations(annotated),
                uses);
    }

    /** What is annotated, in words, and why. */
    private record HandAnnotations(Map<String, String> annotated) implements Annotations {
        @Override
        public Optional<Permission> ofPackage(String type) {
            return on("package " + type);
        }

        @Override
        public Optional<Permission> ofType(String type) {
            return on("type " + type);
        }

        @Override
        public Optional<Permission> ofCodeAround(String type) {
            return on("around " + type);
        }

        @Override
        public Optional<Permission> ofMethod(String type, String method) {
            return on("method " + type + " " + method);
        }

        @Override
        public Optional<Permission> ofConstructor(String type) {
            return on("constructor " + type);
        }

        @Override
        public List<Permission> in(String type) {
            return List.of();
        }

        private Optional<Permission> on(String code) {
            return Optional.ofNullable(annotated.get(code)).map(reason -> new Permission(code, reason));
        }
    }
}
