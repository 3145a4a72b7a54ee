package io.github.liveliness.blocking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.liveliness.blocking.Baseline.Entry;
import io.github.liveliness.model.BlockingCall.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BaselineTextTest {

    private static final Baseline TWO = new Baseline(List.of(
            new Entry(new CallSite("com.acme.Orders#price", "Files.readString"), List.of(Kind.FILE), "Orders.java:28"),
            new Entry(
                    new CallSite("com.acme.Bills#<init>", "new FileInputStream"),
                    List.of(Kind.FILE, Kind.CLASS_INIT),
                    "Bills.java:7")));

    private static final String TEXT = """
            # Liveliness baseline, version 1
            # Calls that block threads of bounded executors, and did so when this file was written. Only others fail tests.
            # Running the tests with -Dliveliness.baseline.write=true adds those that are not here. It takes none out:
            # an entry that has vanished is reported until its line is deleted.
            com.acme.Bills#<init> | new FileInputStream | file, class_init | Bills.java:7
            com.acme.Orders#price | Files.readString | file | Orders.java:28
            # End
            """;

    @Test
    void aBaselineIsWrittenWithOneEntryOnEachLineInTheirOrder() {
        assertThat(BaselineText.write(TWO)).isEqualTo(TEXT);
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        assertThat(BaselineText.read(TEXT, "b.txt")).isEqualTo(TWO);
        assertThat(BaselineText.read(BaselineText.write(Baseline.EMPTY), "b.txt"))
                .isEqualTo(Baseline.EMPTY);
    }

    @Test
    void theLineEndsOfWindowsAndBlankLinesDoNoHarm() {
        assertThat(BaselineText.read(TEXT.replace("\n", "\r\n"), "b.txt")).isEqualTo(TWO);
        assertThat(BaselineText.read(TEXT.replace("\ncom", "\n\ncom"), "b.txt")).isEqualTo(TWO);
    }

    @Test
    void neitherTheOrderNorTwinsThatAMergeLeftDoHarm() {
        String twin = "com.acme.Orders#price | Files.readString | file | Orders.java:99\n";

        assertThat(BaselineText.read(TEXT.replace("# End", twin + "# End"), "b.txt"))
                .isEqualTo(TWO);
    }

    @RepeatedTest(50)
    void anyNameIsReadAgainAsItWasWritten() {
        Random random = new Random();
        Entry entry = new Entry(
                new CallSite(name(random) + "#" + name(random), name(random)),
                List.of(List.of(Kind.values()).get(random.nextInt(Kind.values().length))),
                name(random));
        String line = BaselineLine.write(entry);

        assertThat(line.lines()).hasSize(1);
        assertThat(BaselineText.read(BaselineText.write(new Baseline(List.of(entry))), "b.txt")
                        .entries())
                .containsExactly(entry);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6})
    void aFileWithoutOneOfTheLinesItNeedsIsNeverReadAsSmaller(int missing) {
        List<String> lines = new ArrayList<>(TEXT.lines().toList());
        String removed = lines.remove(missing);
        String text = String.join("\n", lines);

        if (removed.startsWith("# Liveliness") || removed.equals("# End")) {
            assertThatExceptionOfType(BaselineException.class).isThrownBy(() -> BaselineText.read(text, "b.txt"));
        } else {
            assertThat(BaselineText.read(text, "b.txt").entries()).hasSize(removed.startsWith("#") ? 2 : 1);
        }
    }

    @Test
    void aFileThatWasCutOffAnywhereIsRefused() {
        int end = TEXT.length() - "\n".length();

        assertThat(IntStream.range(0, end))
                .allSatisfy(length -> assertThatExceptionOfType(BaselineException.class)
                        .isThrownBy(() -> BaselineText.read(TEXT.substring(0, length), "b.txt")));
        assertThat(BaselineText.read(TEXT.substring(0, end), "b.txt")).isEqualTo(TWO);
    }

    @Test
    void anEmptyFileIsNoEmptyBaseline() {
        assertRefused(
                "",
                "b.txt:1 is wrong: \"\" should be \"# Liveliness baseline, version 1\". Restore the file from"
                        + " version control, or delete it and run the tests with -Dliveliness.baseline.write=true.");
    }

    @Test
    void aFileWithoutItsLastLineMayLackEntries() {
        assertRefused(
                TEXT.replace("# End", ""),
                "b.txt is wrong: its last line, \"# End\", is missing, so that entries may be missing too. Restore the file"
                        + " from version control, or delete it and run the tests with"
                        + " -Dliveliness.baseline.write=true.");
    }

    @Test
    void anotherVersionIsRefused() {
        assertRefused(
                TEXT.replace("version 1", "version 12"),
                "b.txt:1 is wrong: it is of version 12, and this Liveliness reads version 1. Use the Liveliness that wrote"
                        + " it, or delete it and run the tests with -Dliveliness.baseline.write=true.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "com.acme.Orders",
                "com.acme.Orders#price",
                "com.acme.Orders#price | Files.readString | file",
                "com.acme.Orders#price | Files.readString | file | Orders.java:28 | more",
                "com.acme.Orders#price |  | file | Orders.java:28",
                "com.acme.Orders.price | Files.readString | file | Orders.java:28",
                "#price | Files.readString | file | Orders.java:28x"
            })
    void aLineThatIsNoEntryIsQuotedWithItsNumber(String line) {
        assertThatExceptionOfType(BaselineException.class)
                .isThrownBy(() -> BaselineText.read(
                        TEXT.replace("com.acme.Orders#price | Files.readString | file |" + " Orders.java:28", line),
                        "b.txt"))
                .withMessageStartingWith("b.txt:6 is wrong: \"" + line + "\" is ");
    }

    @Test
    void anErrorShowsHowAnEntryIsWritten() {
        assertRefused(
                TEXT.replace(" | file | Orders", " | Orders"),
                "b.txt:6 is wrong: \"com.acme.Orders#price | Files.readString | Orders.java:28\" is no entry, such as"
                        + " \"com.acme.Orders#price | Files.readString | file | Orders.java:28\". Put it right, or restore"
                        + " the file from version control.");
    }

    @Test
    void aKindThatDoesNotExistIsRefusedWithThoseThatDo() {
        assertThatExceptionOfType(BaselineException.class)
                .isThrownBy(() -> BaselineText.read(TEXT.replace("| file |", "| fiel |"), "b.txt"))
                .withMessageStartingWith(
                        "b.txt:6 is wrong: \"com.acme.Orders#price | Files.readString | fiel |"
                                + " Orders.java:28\" has a kind that does not exist, \"fiel\". These exist: sleep, park, monitor,");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<<<<<<< HEAD", "=======", ">>>>>>> 76f1a21 (Price)", "||||||| base"})
    void theMarksOfAMergeConflictAreRefused(String mark) {
        assertRefused(
                TEXT.replace("com.acme.Orders", mark + "\ncom.acme.Orders"),
                "b.txt:6 is wrong: \"" + mark
                        + "\" is the mark of a merge conflict. Keep the entries of both sides, and"
                        + " delete the marks.");
    }

    @Test
    void aCommentBetweenEntriesIsRefusedBeforeItIsLost() {
        assertRefused(
                TEXT.replace("com.acme.Orders", "# later\ncom.acme.Orders"),
                "b.txt:6 is wrong: \"# later\" is a comment, and would be lost when entries are added. Delete it.");
    }

    private static String name(Random random) {
        String[] parts = {"a", "é", "|", " | ", "\\", "\\u0041", "$", " ", "\n", "\u2028", "=", "😀", "<init>", "\t"};
        StringBuilder name = new StringBuilder("x");
        random.ints(random.nextInt(5), 0, parts.length).forEach(part -> name.append(parts[part]));
        return random.nextBoolean() ? name.toString() : name.reverse().toString();
    }

    private static void assertRefused(String text, String message) {
        assertThatExceptionOfType(BaselineException.class)
                .isThrownBy(() -> BaselineText.read(text, "b.txt"))
                .withMessage(message);
    }
}
