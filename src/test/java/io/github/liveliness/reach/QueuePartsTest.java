package io.github.liveliness.reach;

import static io.github.liveliness.reach.HandDump.OBJECT;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.jdk.JdkField;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueuePartsTest {
    private static final String POOL = "java.util.concurrent.ThreadPoolExecutor";
    private static final String QUEUE = "java.util.concurrent.LinkedBlockingQueue";
    private static final String LOCK = "java.util.concurrent.locks.ReentrantLock";

    @TempDir
    private Path folder;

    private final HandDump dump = new HandDump();
    private final long sync;
    private final long lock;
    private final long condition;
    private final long queue;

    QueuePartsTest() {
        dump.writer().type(POOL, OBJECT, "workQueue");
        dump.writer().type("com.acme.OwnPool", POOL);
        dump.writer().type(QUEUE, OBJECT, "takeLock", "notEmpty");
        dump.writer().type(LOCK, OBJECT, "sync");
        sync = dump.writer().instance(HandDump.LOCK, Map.of());
        lock = dump.writer().instance(LOCK, Map.of(LOCK + ".sync", sync));
        condition = dump.object();
        queue = dump.writer().instance(QUEUE, Map.of(QUEUE + ".takeLock", lock, QUEUE + ".notEmpty", condition));
    }

    @Test
    void thePoolIsFoundByEachPartOfItsQueue() throws IOException {
        long pool = pool(POOL, queue);
        QueueParts parts = read();

        for (long part : new long[] {queue, lock, sync, condition}) {
            assertThat(parts.poolsWith(dump.index(part))).containsExactly(dump.index(pool));
        }
    }

    @Test
    void onlyALockIsLookedInto() throws IOException {
        long inside = dump.object();
        long element = dump.holder(inside);
        long own = dump.writer().instance(QUEUE, Map.of(QUEUE + ".notEmpty", element));
        pool(POOL, own);

        assertThat(read().poolsWith(dump.index(inside))).isEmpty();
    }

    @Test
    void aSharedQueueIsOfAllItsPools() throws IOException {
        long one = pool(POOL, queue);
        long other = pool("com.acme.OwnPool", queue);

        assertThat(read().poolsWith(dump.index(sync))).containsExactlyInAnyOrder(dump.index(one), dump.index(other));
    }

    @Test
    void aQueueOfNoPoolIsOfNone() throws IOException {
        pool(POOL, 0);
        QueueParts parts = read();

        assertThat(parts.poolsWith(dump.index(queue))).isEmpty();
        assertThat(parts.poolsWith(Heap.NONE)).isEmpty();
    }

    private long pool(String type, long itsQueue) {
        return dump.instance(type, Map.of(JdkField.POOL_QUEUE, itsQueue));
    }

    private QueueParts read() throws IOException {
        Heap heap = dump.read(folder);
        return new QueueParts(heap, Instances.of(heap, QueueParts.CLASSES));
    }
}
