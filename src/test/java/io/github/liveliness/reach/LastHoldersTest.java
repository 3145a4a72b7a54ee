package io.github.liveliness.reach;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.agent.boot.Ending;
import io.github.liveliness.agent.boot.Endings;
import io.github.liveliness.jdk.JdkField;
import io.github.liveliness.reach.HandDump.HandThread;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LastHoldersTest {
    private static final String ENDING = Ending.class.getName();

    private static final String ENDINGS = Endings.class.getName();

    @TempDir
    private Path folder;

    private final HandDump dump = new HandDump();
    private final long latch = dump.latch();
    private final HandThread waiter = dump.waits("waiter", latch);
    private final List<Long> endings = new ArrayList<>();

    @BeforeEach
    void defineClasses() {
        dump.writer().type("java.lang.ref.Reference", HandDump.OBJECT, "referent", "queue");
        dump.writer().type(ENDING, "java.lang.ref.Reference", "number:LONG");
        dump.writer().type(ENDINGS, HandDump.OBJECT, "slots");
    }

    @Test
    void whatHeldItIsToldThoughItHasEnded() throws IOException {
        ended(7, dump.holder(latch));

        assertThat(answer()).isEqualTo(new Wake.Nobody(List.of(7L)));
    }

    @Test
    void whatHeldSomethingElseIsNot() throws IOException {
        ended(7, dump.holder(dump.latch()));

        assertThat(answer()).isEqualTo(new Wake.Nobody());
    }

    @Test
    void theNearestComesFirstAndTheLaterOfTwoAsNear() throws IOException {
        ended(1, dump.holder(latch));
        ended(2, dump.holder(dump.holder(latch)));
        ended(3, dump.holder(latch));
        ended(4, latch);

        assertThat(answer()).isEqualTo(new Wake.Nobody(List.of(4L, 3L, 1L)));
    }

    @Test
    void twoThatHeldItTogetherAreBothTold() throws IOException {
        long shared = dump.holder(latch);
        ended(1, dump.object(), shared);
        ended(2, shared);

        assertThat(answer()).isEqualTo(new Wake.Nobody(List.of(2L, 1L)));
    }

    @Test
    void whatTheWaiterKeepsToItselfNobodyHeld() throws IOException {
        ended(7, waiter.object());

        assertThat(answer()).isEqualTo(new Wake.Nobody());
    }

    @Test
    void whatIsGoneTellsNothing() throws IOException {
        endings.add(dump.instance(ENDING, Map.of()));
        endings.add(dump.writer().instance(ENDING, Map.of(ENDING + ".number", 7L)));

        assertThat(answer()).isEqualTo(new Wake.Nobody());
    }

    @Test
    void whoHeldTheLockOfAThreadThatHasEndedIsTold() throws IOException {
        long dead = dump.writer().instance(HandDump.THREAD, Map.of());
        long lock = dump.instance(HandDump.LOCK, Map.of(JdkField.SYNCHRONIZER_OWNER, dead));
        ended(7, dump.holder(lock));

        assertThat(answer(dump.waits("locked out", lock))).isEqualTo(new Wake.Nobody(List.of(7L)));
    }

    @Test
    void theNamesOfTheFieldsAreThoseOfTheClass() throws NoSuchFieldException {
        assertThat(Ending.class.getDeclaredField("number").getType()).isEqualTo(long.class);
        assertThat(Endings.class.getDeclaredField("SEEN").getType()).isEqualTo(Endings.class);
    }

    private void ended(long number, long... held) {
        long array = dump.writer().array(held);
        endings.add(dump.writer()
                .instance(ENDING, Map.of(ENDING + ".number", number, "java.lang.ref.Reference.referent", array)));
    }

    private Wake answer() throws IOException {
        return answer(waiter);
    }

    /** The endings hang on a field of ours, which wakes nobody. */
    private Wake answer(HandThread subject) throws IOException {
        long slots =
                dump.writer().array(endings.stream().mapToLong(Long::longValue).toArray());
        dump.writer().staticField(ENDINGS, "SEEN", dump.writer().instance(ENDINGS, Map.of(ENDINGS + ".slots", slots)));
        return dump.asks(subject).answers(folder).get(0);
    }
}
