package io.github.liveliness.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DumpFolderTest {
    /** No system that we know numbers its processes so high. */
    private static final long ENDED = 999_999_999_999L;

    private static final long ALIVE = ProcessHandle.current().pid();

    @TempDir
    private Path parent;

    @Test
    void aNewFolderIsNamedAfterItsProcess() throws IOException {
        Path made = new DumpFolder(parent, 4711).make();

        assertThat(made).isEmptyDirectory().hasParent(parent);
        assertThat(made.getFileName().toString()).startsWith("liveliness-proof-4711-");
        assertThat(new DumpFolder(parent, 4711).make()).isNotEqualTo(made);
    }

    @Test
    void nobodyElseMayReadIt() throws IOException {
        assumeTrue(Files.getFileStore(parent).supportsFileAttributeView("posix"));

        Path made = new DumpFolder(parent, ALIVE).make();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made)))
                .isEqualTo("rwx------");
    }

    @Test
    void itIsTakenAwayWithWhatLiesInIt() throws IOException {
        Path made = new DumpFolder(parent, ALIVE).make();
        Files.writeString(made.resolve("live.hprof"), "secret");

        DumpFolder.delete(made);

        assertThat(parent).isEmptyDirectory();
    }

    @Test
    void whatEndedProcessesLeftIsSwept() throws IOException {
        Path left = new DumpFolder(parent, ENDED).make();
        Files.writeString(left.resolve("live.hprof"), "secret");
        new DumpFolder(parent, ENDED).make();

        new DumpFolder(parent, ALIVE).sweep();

        assertThat(parent).isEmptyDirectory();
    }

    @Test
    void whatLiveProcessesUseStays() throws IOException {
        Path used = new DumpFolder(parent, ALIVE).make();
        Path dump = Files.writeString(used.resolve("live.hprof"), "secret");

        new DumpFolder(parent, ALIVE).sweep();

        assertThat(dump).exists();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "liveliness-proof-",
                "liveliness-proof-999999999999",
                "liveliness-proof-mine-1",
                "liveliness-proof--999999999999-1",
                "liveliness-proof-9999999999999999999-1",
                "other-999999999999-1"
            })
    void whatIsNamedOtherwiseStays(String name) throws IOException {
        Path foreign = Files.createDirectory(parent.resolve(name));

        new DumpFolder(parent, ALIVE).sweep();

        assertThat(foreign).exists();
    }

    @Test
    void whatIsNoFolderStaysAndDoesNotStopTheSweep() throws IOException {
        Path file = Files.createFile(parent.resolve("liveliness-proof-" + ENDED + "-file"));
        Path left = new DumpFolder(parent, ENDED).make();

        new DumpFolder(parent, ALIVE).sweep();

        assertThat(file).exists();
        assertThat(left).doesNotExist();
    }

    @Test
    void aLinkIsNeverFollowed(@TempDir Path elsewhere) throws IOException {
        assumeTrue(Files.getFileStore(parent).supportsFileAttributeView("posix"));
        Path precious = Files.writeString(elsewhere.resolve("precious.txt"), "mine");
        Files.createSymbolicLink(parent.resolve("liveliness-proof-" + ENDED + "-link"), elsewhere);

        new DumpFolder(parent, ALIVE).sweep();

        assertThat(precious).exists();
    }

    @Test
    void aFolderThatHoldsMoreThanADumpDoesNotStopTheSweep() throws IOException {
        Path odd = new DumpFolder(parent, ENDED).make();
        Path inside = Files.createDirectory(odd.resolve("folder"));
        Files.createFile(inside.resolve("file"));
        Path left = new DumpFolder(parent, ENDED).make();

        new DumpFolder(parent, ALIVE).sweep();

        assertThat(inside.resolve("file")).exists();
        assertThat(left).doesNotExist();
    }

    @Test
    void theSpaceIsThatOfTheDisk() throws IOException {
        assertThat(new DumpFolder(parent, ALIVE).space()).isPositive();
    }
}
