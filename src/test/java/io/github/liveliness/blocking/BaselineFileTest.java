package io.github.liveliness.blocking;

import static io.github.liveliness.blocking.Calls.reads;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineFileTest {

    private static final List<Finding> PRICE = Findings.group(List.of(reads(10, "com.acme.Orders.price")));
    private static final List<Finding> STOCK = Findings.group(List.of(reads(10, "com.acme.Orders.stock")));

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("blocking.txt");
    }

    @Test
    void aMissingFileIsWrittenInAFolderThatDoesNotExistYet() {
        BaselineFile missing = new BaselineFile(folder.resolve("a/b/blocking.txt"));

        assertThat(missing.add(PRICE)).isEqualTo(Baseline.of(PRICE));
        assertThat(missing.read()).isEqualTo(Baseline.of(PRICE));
    }

    @Test
    void aMissingFileIsNoEmptyBaseline() {
        assertThatExceptionOfType(BaselineException.class)
                .isThrownBy(() -> new BaselineFile(file).read())
                .withMessage("There is no baseline " + file
                        + ". Run the tests with -Dliveliness.baseline.write=true to write it.");
    }

    @Test
    void writingAddsWhatIsNewAndTakesNothingOut() {
        new BaselineFile(file).add(PRICE);

        assertThat(new BaselineFile(file).add(STOCK)).isEqualTo(Baseline.of(both()));
        assertThat(new BaselineFile(file).read()).isEqualTo(Baseline.of(both()));
    }

    @Test
    void aBaselineOfNothingIsWrittenToo() {
        new BaselineFile(file).add(List.of());

        assertThat(new BaselineFile(file).read()).isEqualTo(Baseline.EMPTY);
    }

    @Test
    void whereNothingIsNewTheFileStaysAsItIs() throws IOException {
        new BaselineFile(file).add(PRICE);
        String byHand = Files.readString(file).replace("\n", "\r\n");
        Files.writeString(file, byHand);

        new BaselineFile(file).add(PRICE);

        assertThat(Files.readString(file)).isEqualTo(byHand);
    }

    @Test
    void nothingButTheLockIsLeftBesideIt() throws IOException {
        new BaselineFile(file).add(PRICE);

        assertThat(files()).containsExactly("blocking.txt", "blocking.txt.lock");
    }

    @Test
    void aCorruptFileIsNeitherReadNorOverwritten() throws IOException {
        Files.writeString(file, "corrupt");
        BaselineFile corrupt = new BaselineFile(file);

        assertThatExceptionOfType(BaselineException.class)
                .isThrownBy(corrupt::read)
                .withMessageStartingWith(file + ":1 is wrong: \"corrupt\"");
        assertThatExceptionOfType(BaselineException.class).isThrownBy(() -> corrupt.add(PRICE));
        assertThat(file).hasContent("corrupt");
    }

    @Test
    void aFileThatIsNoTextIsAnError() throws IOException {
        Files.write(file, new byte[] {(byte) 0xC3, 0x28});

        assertThatExceptionOfType(BaselineException.class)
                .isThrownBy(() -> new BaselineFile(file).read())
                .withMessageStartingWith("The baseline " + file + " could not be read (java.nio.charset.");
    }

    @Test
    void aFolderIsNoBaseline() {
        assertThatExceptionOfType(BaselineException.class)
                .isThrownBy(() -> new BaselineFile(folder).read())
                .withMessageContaining("could not be read");
        assertThatExceptionOfType(BaselineException.class).isThrownBy(() -> new BaselineFile(folder).add(PRICE));
    }

    @Test
    void aFullDiskCostsNoEntry() throws IOException {
        new BaselineFile(file).add(PRICE);
        String before = Files.readString(file);

        assertThatExceptionOfType(BaselineException.class)
                .isThrownBy(() -> new BaselineFile(file, new FullDisk()).add(STOCK))
                .withMessage(
                        "The baseline " + file + " could not be written (java.io.IOException: No space left on device)."
                                + " It is as it was. Make it and its folder writable, or set liveliness.baseline to a file that can"
                                + " be written.");
        assertThat(Files.readString(file)).isEqualTo(before);
        assertThat(files()).containsExactly("blocking.txt", "blocking.txt.lock");
    }

    @Test
    void aFolderThatCannotBeMadeIsAnError() throws IOException {
        Path occupied = Files.writeString(folder.resolve("occupied"), "");

        assertThatExceptionOfType(BaselineException.class)
                .isThrownBy(() -> new BaselineFile(occupied.resolve("blocking.txt")).add(PRICE))
                .withMessageContaining("could not be written");
    }

    @Test
    void aFileThatIsWriteProtectedStaysAsItIs() {
        new BaselineFile(file).add(PRICE);
        assumeTrue(file.toFile().setReadOnly() && !Files.isWritable(file), "root may write anywhere");

        assertThatExceptionOfType(BaselineException.class)
                .isThrownBy(() -> new BaselineFile(file).add(STOCK))
                .withMessageContaining("AccessDeniedException");
        assertThat(new BaselineFile(file).read()).isEqualTo(Baseline.of(PRICE));
    }

    @Test
    void theFileIsReplacedAtOnceAndNotWrittenInPlace() {
        RecordingDisk disk = new RecordingDisk(true);

        new BaselineFile(file, disk).add(PRICE);

        assertThat(disk.done)
                .containsExactly(
                        "write blocking.txt.tmp",
                        "move blocking.txt.tmp to blocking.txt " + List.of(StandardCopyOption.ATOMIC_MOVE));
        assertThat(new BaselineFile(file).read()).isEqualTo(Baseline.of(PRICE));
    }

    @Test
    void whereNoMoveIsAtomicAPlainOneDoes() {
        RecordingDisk disk = new RecordingDisk(false);

        new BaselineFile(file, disk).add(PRICE);

        assertThat(disk.done)
                .last()
                .isEqualTo("move blocking.txt.tmp to blocking.txt " + List.of(StandardCopyOption.REPLACE_EXISTING));
        assertThat(new BaselineFile(file).read()).isEqualTo(Baseline.of(PRICE));
    }

    @Test
    void aLinkStaysALink() throws IOException {
        new BaselineFile(file).add(PRICE);
        Path link = Files.createSymbolicLink(folder.resolve("link.txt"), file);

        new BaselineFile(link).add(STOCK);

        assertThat(link).isSymbolicLink();
        assertThat(new BaselineFile(file).read()).isEqualTo(Baseline.of(both()));
    }

    @Test
    void whoeverHoldsTheLockWritesAlone() throws IOException {
        new BaselineFile(file).add(PRICE);
        Path beside = folder.resolve("blocking.txt.lock");

        try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE);
                var held = channel.lock()) {
            assertThat(held.isValid()).isTrue();
            assertThatExceptionOfType(BaselineException.class).isThrownBy(() -> new BaselineFile(file).add(STOCK));
        }
        assertThat(new BaselineFile(file).read()).isEqualTo(Baseline.of(PRICE));
    }

    @Test
    void writersThatComeTogetherLoseNoEntry() throws Exception {
        List<List<Finding>> each = IntStream.range(0, 40)
                .mapToObj(number -> Findings.group(List.of(reads(1, "com.acme.Orders.price" + number))))
                .toList();
        ExecutorService writers = Executors.newFixedThreadPool(4);
        try {
            List<Future<Baseline>> written = new ArrayList<>();
            each.forEach(findings -> written.add(writers.submit(() -> new BaselineFile(file).add(findings))));
            for (Future<Baseline> baseline : written) {
                baseline.get();
            }
        } finally {
            writers.shutdown();
        }

        assertThat(new BaselineFile(file).read())
                .isEqualTo(Baseline.of(each.stream().flatMap(List::stream).toList()));
    }

    private static List<Finding> both() {
        return Stream.of(PRICE, STOCK).flatMap(List::stream).toList();
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    /** Takes half of what is written to it. */
    private static final class FullDisk implements Disk {
        @Override
        public void write(Path file, byte[] content) throws IOException {
            Files.write(file, Arrays.copyOf(content, content.length / 2));
            throw new IOException("No space left on device");
        }

        @Override
        public void move(Path from, Path to, CopyOption... options) throws IOException {
            Disk.REAL.move(from, to, options);
        }
    }

    private static final class RecordingDisk implements Disk {
        private final List<String> done = new ArrayList<>();
        private final boolean movesAtOnce;

        RecordingDisk(boolean movesAtOnce) {
            this.movesAtOnce = movesAtOnce;
        }

        @Override
        public void write(Path file, byte[] content) throws IOException {
            done.add("write " + file.getFileName());
            Disk.REAL.write(file, content);
        }

        @Override
        public void move(Path from, Path to, CopyOption... options) throws IOException {
            if (!movesAtOnce && List.of(options).contains(StandardCopyOption.ATOMIC_MOVE)) {
                throw new AtomicMoveNotSupportedException(from.toString(), to.toString(), "not here");
            }
            done.add("move " + from.getFileName() + " to " + to.getFileName() + " " + List.of(options));
            Disk.REAL.move(from, to, options);
        }
    }
}
