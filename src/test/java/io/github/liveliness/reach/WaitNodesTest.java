package io.github.liveliness.reach;

import static io.github.liveliness.reach.HandDump.OBJECT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.liveliness.jdk.JdkField;
import io.github.liveliness.reach.HandDump.HandThread;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WaitNodesTest {
    /** Stands for an object, whichever. */
    private static final long SOMETHING = -1;

    private static final long WAITING = 1;
    private static final long WAITING_ON_A_CONDITION = 3;

    @TempDir
    private Path folder;

    private final HandDump dump = new HandDump();
    private final HandThread thread = dump.runs("any", "com.acme.Main.run");

    static Stream<Arguments> nodes() {
        return Stream.of(
                node(JdkField.NODE_WAITER, status(WAITING), status(0)),
                node(JdkField.NODE_WAITER, status(WAITING_ON_A_CONDITION), status(2)),
                node(JdkField.LONG_NODE_WAITER, status(WAITING), status(0)),
                node(JdkField.STAMPED_NODE_WAITER, status(WAITING), status(0)),
                node(JdkField.EXCHANGER_NODE_WAITER, Map.of("match", 0L), Map.of("match", SOMETHING)),
                node(JdkField.STACK_NODE_WAITER, Map.of("match", 0L), Map.of("match", SOMETHING)),
                node(JdkField.FAIR_NODE_WAITER, gives(SOMETHING), gives(0)),
                node(JdkField.FAIR_NODE_WAITER, asks(0), asks(SOMETHING)),
                node(JdkField.TRANSFER_NODE_WAITER, gives(SOMETHING), gives(0)),
                node(JdkField.TRANSFER_NODE_WAITER, asks(0), asks(SOMETHING)),
                node(JdkField.DUAL_NODE_WAITER, gives(SOMETHING), gives(0)),
                node(JdkField.DUAL_NODE_WAITER, asks(0), asks(SOMETHING)));
    }

    private static Arguments node(JdkField waiter, Map<String, Long> waits, Map<String, Long> served) {
        return arguments(waiter, waits, served);
    }

    private static Map<String, Long> status(long status) {
        return Map.of("status", status);
    }

    private static Map<String, Long> gives(long item) {
        return Map.of("item", item, "isData", 1L);
    }

    private static Map<String, Long> asks(long item) {
        return Map.of("item", item, "isData", 0L);
    }

    @ParameterizedTest
    @MethodSource("nodes")
    void aNodeTellsWhetherItsThreadWaits(JdkField waiter, Map<String, Long> waits, Map<String, Long> served)
            throws IOException {
        HandThread other = dump.runs("other", "com.acme.Main.run");
        declare(waiter);
        write(waiter, thread, waits);
        write(waiter, other, served);

        WaitNodes nodes = read();

        assertThat(nodes.waits(dump.index(thread.object()))).isTrue();
        assertThat(nodes.waits(dump.index(other.object()))).isFalse();
    }

    @Test
    void ofAPhaserThePhaseMustBeTheSame() throws IOException {
        dump.writer().type("java.util.concurrent.Phaser", OBJECT, "root", "state:LONG");
        dump.writer().type("java.util.concurrent.Phaser$QNode", OBJECT, "thread", "phaser", "phase:INT");
        long root = dump.instance("java.util.concurrent.Phaser", Map.of(JdkField.PHASER_STATE, (5L << 32) | 77));
        HandThread other = dump.runs("other", "com.acme.Main.run");
        // A child's own phase lags behind that of its root.
        long child = dump.instance(
                "java.util.concurrent.Phaser", Map.of(JdkField.PHASER_ROOT, root, JdkField.PHASER_STATE, 4L << 32));
        phaserNode(thread, child, 5);
        phaserNode(other, child, 4);

        WaitNodes nodes = read();

        assertThat(nodes.waits(dump.index(thread.object()))).isTrue();
        assertThat(nodes.waits(dump.index(other.object()))).isFalse();
    }

    private void phaserNode(HandThread waiter, long phaser, long phase) {
        dump.instance(
                "java.util.concurrent.Phaser$QNode",
                Map.of(
                        JdkField.PHASER_NODE_WAITER, waiter.object(),
                        JdkField.PHASER_NODE_PHASER, phaser,
                        JdkField.PHASER_NODE_PHASE, phase));
    }

    @Test
    void oneNodeThatWasServedIsEnough() throws IOException {
        dump.node(thread, WAITING);
        dump.node(thread, 0);

        assertThat(read().waits(dump.index(thread.object()))).isFalse();
    }

    @Test
    void whoStandsInNoQueueDoesNotWait() throws IOException {
        dump.node(new HandThread(0, 0, 0), WAITING);
        WaitNodes nodes = read();

        assertThat(nodes.waits(dump.index(thread.object()))).isFalse();
        assertThat(nodes.waits(Heap.NONE)).isFalse();
    }

    @Test
    void aNodeThatLacksTheFieldTellsNothing() throws IOException {
        dump.writer().type(JdkField.STACK_NODE_WAITER.declaringClass(), OBJECT, "waiter");
        dump.instance(JdkField.STACK_NODE_WAITER.declaringClass(), Map.of(JdkField.STACK_NODE_WAITER, thread.object()));

        assertThat(read().waits(dump.index(thread.object()))).isFalse();
    }

    private void declare(JdkField waiter) {
        dump.writer()
                .type(
                        waiter.declaringClass(),
                        OBJECT,
                        waiter.fieldName(),
                        "status:INT",
                        "match",
                        "item",
                        "isData:BOOLEAN");
    }

    private void write(JdkField waiter, HandThread waiting, Map<String, Long> values) {
        Map<String, Long> named = new HashMap<>();
        values.forEach((field, value) ->
                named.put(waiter.declaringClass() + '.' + field, value == SOMETHING ? dump.object() : value));
        named.putAll(HandDump.named(Map.of(waiter, waiting.object())));
        dump.writer().instance(waiter.declaringClass(), named);
    }

    private WaitNodes read() throws IOException {
        Heap heap = dump.read(folder);
        return new WaitNodes(heap, Instances.of(heap, WaitNodes.CLASSES));
    }

    @Test
    void everyKindOfNodeIsLookedFor() {
        List<String> asked = nodes().map(node -> ((JdkField) node.get()[0]).declaringClass())
                .distinct()
                .toList();

        assertThat(WaitNodes.CLASSES).containsAll(asked).hasSize(asked.size() + 1);
    }
}
