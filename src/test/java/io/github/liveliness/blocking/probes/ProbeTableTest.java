package io.github.liveliness.blocking.probes;

import static io.github.liveliness.blocking.probes.Expectation.BLOCKS;
import static io.github.liveliness.blocking.probes.Expectation.DOES_NOT_BLOCK;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProbeTableTest {
    private static final Probe SLEEP = probe("sleep", "Thread.sleep", BLOCKS);
    private static final Probe SLEEP_LONG = probe("sleep", "Thread.sleep(long, int)", BLOCKS);
    private static final Probe READ = probe("files", "FileReader.read", BLOCKS);
    private static final Probe YIELD = probe("healthy", "Thread.yield", DOES_NOT_BLOCK);
    private static final Probe IDLE = probe("healthy", "an idle worker", DOES_NOT_BLOCK);

    @Test
    void countsInEachGroupAndInAllWhatWasFound() {
        ProbeTable table = table(Map.of(SLEEP, "Thread.sleep", READ, "FileReader.read", YIELD, "Thread.yield"));

        assertThat(table.toMarkdown()).isEqualTo("""
                        | group | detected | false positives |
                        |---|--:|--:|
                        | sleep | 1/2 |  |
                        | files | 1/1 |  |
                        | healthy |  | 1/2 |
                        | all | 2/3 | 1/2 |

                        Missed:

                        - sleep: Thread.sleep(long, int)

                        False positives:

                        - healthy: Thread.yield, found: `Thread.yield`
                        """);
    }

    @Test
    void listsNothingWhenAllIsAsExpected() {
        ProbeTable table =
                table(Map.of(SLEEP, "Thread.sleep", SLEEP_LONG, "Thread.sleep", READ, "InputStreamReader.read"));

        assertThat(table.misses()).isEmpty();
        assertThat(table.falsePositives()).isEmpty();
        assertThat(table.detected()).isEqualTo(1);
        assertThat(table.toMarkdown()).endsWith("| all | 3/3 | 0/2 |\n");
    }

    @Test
    void aCallFoundByAnotherNameIsMissed() {
        ProbeTable table = table(Map.of(SLEEP, "Thread.sleep", SLEEP_LONG, "Thread.sleep", READ, "IOUtil.load"));

        assertThat(table.detected()).isEqualTo(2.0 / 3);
        assertThat(table.toMarkdown()).endsWith("Missed:\n\n- files: FileReader.read, found: `IOUtil.load`\n");
    }

    @Test
    void aProbeThatThisJdkLacksIsNotRun() {
        Probe later = new Probe("sleep", "Thread.doze", BLOCKS, Integer.MAX_VALUE, here -> {});

        assertThat(ProbeTable.of(List.of(later), probe -> List.of()).rows()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        Thread.sleep                   | Thread.sleep
        Thread.sleep(long, int)        | java.lang.Thread.sleep
        FileReader.read                | java.io.InputStreamReader.read
        InputStream.read (of a Socket) | java.net.Socket$SocketInputStream.read
        new FileReader                 | java.io.FileReader.<init>
        new FileReader                 | new FileReader
        synchronized (a block)         | synchronized
        """)
    void aFindingMayNameTheClassThatDeclaresTheMethod(String call, String found) {
        assertThat(probe("", call, BLOCKS).isNamedBy(found)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        Files.readString | FileChannel.read
        new FileReader   | new FileInputStream
        new FileReader   | java.io.FileInputStream.<init>
        synchronized     | LockSupport.park
        """)
    void aFindingMustNameTheMethod(String call, String found) {
        assertThat(probe("", call, BLOCKS).isNamedBy(found)).isFalse();
    }

    private static ProbeTable table(Map<Probe, String> found) {
        List<Probe> probes = List.of(SLEEP, SLEEP_LONG, READ, YIELD, IDLE);
        return ProbeTable.of(probes, probe -> found.containsKey(probe) ? List.of(found.get(probe)) : List.of());
    }

    private static Probe probe(String group, String call, Expectation expectation) {
        return new Probe(group, call, expectation, 0, here -> {});
    }
}
