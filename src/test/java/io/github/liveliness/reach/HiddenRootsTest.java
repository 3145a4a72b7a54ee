package io.github.liveliness.reach;

import static io.github.liveliness.reach.HandDump.OBJECT;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.jdk.JdkField;
import io.github.liveliness.reach.HandDump.HandThread;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HiddenRootsTest {
    private static final String REFERENCE = "java.lang.ref.Reference";

    @TempDir
    private Path folder;

    private final HandDump dump = new HandDump();

    @Test
    void whatNothingHoldsIsHeldByTheJvm() throws IOException {
        long unheld = dump.object();
        long array = dump.writer().array(0);

        assertThat(hidden()).containsExactlyInAnyOrderElementsOf(anybody(unheld, array));
    }

    @Test
    void twoThatHoldEachOtherAreHeldByTheJvmToo() throws IOException {
        long one = dump.writer().identifier();
        long other = dump.holder(one);
        dump.writer().instance(one, HandDump.HOLDER, Map.of(HandDump.HOLDER + ".held", other));

        assertThat(hidden()).containsExactlyInAnyOrderElementsOf(anybody(one, other));
    }

    @Test
    void numbersLeadNowhere() throws IOException {
        dump.writer().bytes((byte) 1);

        assertThat(hidden()).isEmpty();
    }

    @Test
    void whatAnythingShownHoldsIsNotHidden() throws IOException {
        HandThread thread = dump.runs("any", "com.acme.Main.run");
        dump.holds(thread, 0, dump.holder(dump.object()));
        dump.writer().type("com.acme.Registry", OBJECT);
        dump.writer().staticField("com.acme.Registry", "MAP", dump.holder(dump.object()));
        dump.writer().global(dump.object());

        assertThat(hidden()).isEmpty();
    }

    @Test
    void queuesOfReferencesAreFilledByTheJvm() throws IOException {
        dump.writer().type(REFERENCE, OBJECT, "queue");
        dump.writer().type("java.lang.ref.WeakReference", REFERENCE);
        long queue = dump.object();
        long one = dump.instance("java.lang.ref.WeakReference", Map.of(JdkField.REFERENCE_QUEUE, queue));
        long other = dump.instance("java.lang.ref.WeakReference", Map.of(JdkField.REFERENCE_QUEUE, queue));
        dump.writer().global(one);
        dump.writer().global(other);

        assertThat(hidden()).containsExactlyElementsOf(anybody(one, other, queue));
    }

    @Test
    void aReferenceWithoutAQueueIsHandedToNobody() throws IOException {
        dump.writer().type(REFERENCE, OBJECT, "queue");
        dump.writer().type("java.lang.ref.ReferenceQueue$Null", OBJECT);
        long none = dump.instance("java.lang.ref.ReferenceQueue$Null", Map.of());
        dump.writer().global(dump.instance(REFERENCE, Map.of(JdkField.REFERENCE_QUEUE, none)));

        assertThat(hidden()).isEmpty();
    }

    private List<Root> anybody(long... objects) {
        return Arrays.stream(objects)
                .<Root>mapToObj(object -> new Root.Anybody(dump.index(object)))
                .toList();
    }

    private List<Root> hidden() throws IOException {
        Heap heap = dump.read(folder);
        List<Root> hidden = new ArrayList<>(HiddenRoots.queues(heap, Instances.of(heap, HiddenRoots.CLASSES)));
        hidden.addAll(HiddenRoots.unheld(heap, new Marking(heap, List.of(), List.of())));
        return hidden;
    }
}
