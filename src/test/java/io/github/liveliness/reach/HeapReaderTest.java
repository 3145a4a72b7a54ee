package io.github.liveliness.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeapReaderTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {Integer.BYTES, Long.BYTES})
    void fieldsAreFoundByTheClassThatDeclaresThem(int identifierSize) throws IOException {
        DumpWriter dump = new DumpWriter(identifierSize);
        dump.type("Parent", "java.lang.Object", "count:INT", "next", "flag:BOOLEAN");
        dump.type("Child", "Parent", "next", "big:LONG");
        long one = dump.instance("Parent", Map.of("Parent.count", 7L, "Parent.flag", 1L));
        long other = dump.instance("Parent", Map.of("Parent.count", -1L));
        dump.instance("Child", Map.of("Parent.next", one, "Child.next", other, "Child.big", Long.MIN_VALUE));

        Heap heap = dump.read(folder);

        int child = instances(heap, "Child").get(0);
        int byParent = heap.reference(child, "Parent", "next");
        int byChild = heap.reference(child, "Child", "next");
        assertThat(heap.number(byParent, "Parent", "count")).contains(7L);
        assertThat(heap.number(byParent, "Parent", "flag")).contains(1L);
        assertThat(heap.number(byChild, "Parent", "count")).contains(-1L);
        assertThat(heap.number(child, "Child", "big")).contains(Long.MIN_VALUE);
        assertThat(heap.number(child, "Child", "count")).isEmpty();
        assertThat(heap.reference(byChild, "Parent", "next")).isEqualTo(Heap.NONE);
        assertThat(heap.isA(child, "Parent")).isTrue();
        assertThat(heap.isA(byParent, "Child")).isFalse();
    }

    @Test
    void arraysShowTheirElements() throws IOException {
        DumpWriter dump = new DumpWriter();
        long element = dump.instance("java.lang.Object", Map.of());
        dump.array(element, 0, element);

        Heap heap = dump.read(folder);

        List<Integer> elements = new ArrayList<>();
        for (int object = 0; object < heap.size(); object++) {
            if (heap.isArrayOfReferences(object)) {
                heap.forEachElement(object, elements::add);
            }
        }
        int found = instances(heap, "java.lang.Object").get(0);
        assertThat(elements).containsExactly(found, Heap.NONE, found);
    }

    @Test
    void stringsAreReadInBothOfTheirForms() throws IOException {
        DumpWriter dump = new DumpWriter();
        dump.type("java.lang.String", "java.lang.Object", "value", "coder:BYTE");
        long latin = dump.bytes("gruen".getBytes(StandardCharsets.ISO_8859_1));
        dump.instance("java.lang.String", Map.of("java.lang.String.value", latin));

        Heap heap = dump.read(folder);

        assertThat(heap.text(instances(heap, "java.lang.String").get(0))).isEqualTo("gruen");
        assertThat(heap.text(Heap.NONE)).isEmpty();
    }

    @Test
    void threadsComeWithTheirStacksAndWhatTheirFramesHold() throws IOException {
        DumpWriter dump = new DumpWriter();
        dump.type("java.lang.Thread", "java.lang.Object");
        long held = dump.instance("java.lang.Object", Map.of());
        long thread = dump.instance("java.lang.Thread", Map.of());
        int serial = dump.thread(thread, "java.lang.Object.wait", "com.acme.Main.main");
        dump.local(serial, 1, held);

        Heap heap = dump.read(folder);

        int object = instances(heap, "java.lang.Object").get(0);
        assertThat(heap.threads())
                .containsExactly(new HeapThread(
                        serial,
                        instances(heap, "java.lang.Thread").get(0),
                        List.of(new HeapFrame("java.lang.Object", "wait"), new HeapFrame("com.acme.Main", "main")),
                        List.of(new Root.Stack(object, serial, 1))));
    }

    @Test
    void staticFieldsAndNativeCodeHoldRoots() throws IOException {
        DumpWriter dump = new DumpWriter();
        dump.type("com.acme.Registry", "java.lang.Object");
        long kept = dump.instance("java.lang.Object", Map.of());
        dump.staticField("com.acme.Registry", "INSTANCE", kept).global(kept);

        Heap heap = dump.read(folder);

        int object = instances(heap, "java.lang.Object").get(0);
        assertThat(heap.roots())
                .containsExactlyInAnyOrder(
                        new Root.Anybody(object), new Root.StaticField(object, "com.acme.Registry", "INSTANCE"));
    }

    @Test
    void aDumpThatIsCutOffIsRefused() throws IOException {
        DumpWriter dump = new DumpWriter();
        dump.instance("java.lang.Object", Map.of());
        byte[] bytes = dump.toBytes();

        for (int length : new int[] {5, 40, bytes.length / 2, bytes.length - 12}) {
            Path file = Files.write(folder.resolve("cut.hprof"), Arrays.copyOf(bytes, length));
            assertThatThrownBy(() -> HeapReader.read(file)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void whatIsNoDumpIsRefusedAndQuoted() throws IOException {
        Path file = Files.write(folder.resolve("some.txt"), "Hello\0 you all".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> HeapReader.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Hello");
    }

    @Test
    void theJvmsOwnDumpIsReadWhole() throws Exception {
        Marked marked = new Marked("a text that the dump shows \u00fc \u20ac", 42);
        Path file = folder.resolve("own.hprof");
        ManagementFactory.getPlatformMXBean(com.sun.management.HotSpotDiagnosticMXBean.class)
                .dumpHeap(file.toString(), true);

        Heap heap = HeapReader.read(file);

        int found = instances(heap, Marked.class.getName()).get(0);
        assertThat(heap.text(heap.reference(found, Marked.class.getName(), "text")))
                .isEqualTo(marked.text);
        assertThat(heap.number(found, Marked.class.getName(), "number")).contains((long) marked.number);
        assertThat(heap.threads())
                .filteredOn(thread -> thread.stack()
                        .contains(new HeapFrame(HeapReaderTest.class.getName(), "theJvmsOwnDumpIsReadWhole")))
                .singleElement()
                .satisfies(own ->
                        assertThat(own.roots()).extracting(Root.Stack::object).contains(found));
    }

    private record Marked(String text, int number) {}

    private static List<Integer> instances(Heap heap, String className) {
        List<Integer> found = new ArrayList<>();
        for (int object = 0; object < heap.size(); object++) {
            if (heap.classOf(object)
                    .filter(type -> type.name().equals(className))
                    .isPresent()) {
                found.add(object);
            }
        }
        return found;
    }
}
