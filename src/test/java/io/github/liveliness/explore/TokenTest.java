package io.github.liveliness.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.liveliness.explore.Schedule.Switch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenTest {
    private static final String TEST = "com.acme.OrdersTest.places(int)[2]";
    private static final Token SMALL = Token.of(
            Points.SYNCHRONIZATION,
            TEST,
            new Ending.Stalled("stall", List.of()),
            new Schedule(List.of(new Switch(3, 1, 2, 200), new Switch(4, 2, 3, 7), new Switch(300, 1, 2, 0))));

    @TempDir
    Path folder;

    @Test
    void whatIsPrintedIsReadAgain() throws IOException {
        Random random = new Random(5);
        TokenFile file = new TokenFile(folder);
        for (int i = 0; i < 500; i++) {
            Token token = random(random, random.nextInt(i + 1));
            assertThat(file.read("  " + file.keep(token, TEST) + "\n")).isEqualTo(token);
        }
    }

    @Test
    void fewSwitchesTakeOneShortLine() throws IOException {
        assertThat(new TokenFile(folder).keep(SMALL, TEST)).hasSizeLessThan(40).matches("L1_[A-Za-z0-9_-]+");
    }

    @Test
    void everySingleWrongCharacterIsRefused() {
        String text = TokenText.write(SMALL);
        for (int i = 0; i < text.length(); i++) {
            for (char wrong = ' '; wrong < 127; wrong++) {
                String damaged = text.substring(0, i) + wrong + text.substring(i + 1);
                assertThat(wrong == text.charAt(i) || isRefused(damaged))
                        .as(damaged)
                        .isTrue();
            }
            assertRefused(text.substring(0, i) + (text.charAt(i) == 'B' ? 'C' : 'B') + text.substring(i + 1));
        }
    }

    /** The error itself takes its time to find out what was meant. */
    private static boolean isRefused(String damaged) {
        return !damaged.matches("L1_[A-Za-z0-9_-]*") || TokenText.bytes(damaged).isEmpty();
    }

    @Test
    void everyMissingOrSwappedOrAddedCharacterIsRefused() {
        String text = TokenText.write(SMALL);
        for (int i = 0; i < text.length(); i++) {
            assertRefused(text.substring(0, i) + text.substring(i + 1));
            assertRefused(text.substring(0, i) + "A" + text.substring(i));
            if (i > 0 && text.charAt(i) != text.charAt(i - 1)) {
                assertRefused(text.substring(0, i - 1) + text.charAt(i) + text.charAt(i - 1) + text.substring(i + 1));
            }
        }
        assertRefused(text + "A");
    }

    private static void assertRefused(String damaged) {
        assertThatExceptionOfType(TokenException.class)
                .isThrownBy(() -> TokenText.read(damaged))
                .withMessageContaining("\"" + damaged + "\"");
    }

    @Test
    void oneWrongCharacterIsFoundAndPutRight() {
        String text = TokenText.write(SMALL);
        String damaged = text.substring(0, 9) + (text.charAt(9) == 'x' ? 'y' : 'x') + text.substring(10);

        assertThatExceptionOfType(TokenException.class)
                .isThrownBy(() -> TokenText.read(damaged))
                .withMessageContaining("Character 10 should be '" + text.charAt(9) + "'. Try \"" + text + "\".");
    }

    @Test
    void aMissingCharacterIsFoundAndPutRight() {
        String text = TokenText.write(SMALL);

        assertThatExceptionOfType(TokenException.class)
                .isThrownBy(() -> TokenText.read(text.substring(0, text.length() - 1)))
                .withMessageContaining("Character " + text.length() + " is missing")
                .withMessageContaining("Try \"" + text + "\".");
    }

    @Test
    void aForeignCharacterIsNamed() {
        assertThatExceptionOfType(TokenException.class)
                .isThrownBy(() -> TokenText.read("L1_AB CD"))
                .withMessageContaining("character 6 is ' '")
                .withMessageContaining("Copy it again, whole and in one piece.");
    }

    @Test
    void anotherVersionIsNamed() {
        assertThatExceptionOfType(TokenException.class)
                .isThrownBy(() -> TokenText.read("L2_ABCD"))
                .withMessageContaining("version 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "L", "hello", "1_AAAA", "l1_AAAA"})
    void whatIsNoTokenIsRefused(String text) {
        assertThatExceptionOfType(TokenException.class)
                .isThrownBy(() -> TokenText.read(text))
                .withMessageContaining("\"L1_\"");
    }

    @Test
    void aTokenKnowsItsTestAndItsFailure() {
        assertThat(SMALL.isOf(TEST)).isTrue();
        assertThat(SMALL.isOf("com.acme.OrdersTest.places(int)[3]")).isFalse();
        assertThat(SMALL.isOf(new Ending.Stalled("stall", List.of()))).isTrue();
        assertThat(SMALL.isOf(new Ending.Stalled("another", List.of()))).isFalse();
        assertThat(SMALL.isOf(new Ending.Passed())).isFalse();
    }

    @Test
    void manySwitchesGoToAFileThatIsCheckedToo() throws IOException {
        TokenFile file = new TokenFile(folder);
        Token large = random(new Random(1), 200);
        String name = file.keep(large, TEST);

        assertThat(name).matches("com\\.acme\\.OrdersTest\\.places_int_2_-[0-9a-f]{8}\\.schedule");
        assertThat(file.read(name)).isEqualTo(large);
        assertThat(new TokenFile(folder.resolve("elsewhere"))
                        .read(folder.resolve(name).toString()))
                .isEqualTo(large);

        String content = Files.readString(folder.resolve(name));
        Files.writeString(folder.resolve(name), content.replace(content.charAt(50), '_'));
        assertThatExceptionOfType(TokenException.class)
                .isThrownBy(() -> file.read(name))
                .withMessageContaining("another content");
    }

    @ParameterizedTest
    @CsvSource({"gone-0123abcd.schedule, there is no such file", "gone.schedule, no sum"})
    void aFileThatIsNotThereIsNamed(String name, String why) {
        assertThatExceptionOfType(TokenException.class)
                .isThrownBy(() -> new TokenFile(folder).read(name))
                .withMessageContaining(name)
                .withMessageContaining(why);
    }

    private static Token random(Random random, int switches) {
        List<Switch> all = new ArrayList<>();
        int decision = 0;
        for (int i = 0; i < switches; i++) {
            decision += random.nextInt(random.nextBoolean() ? 3 : 100_000);
            int count = 2 + random.nextInt(random.nextBoolean() ? 3 : 1000);
            all.add(new Switch(decision, 1 + random.nextInt(count - 1), count, random.nextInt(256)));
            decision++;
        }
        return new Token(
                random.nextBoolean() ? Points.MEMORY : Points.SYNCHRONIZATION,
                random.nextInt(),
                random.nextInt(),
                new Schedule(all));
    }
}
