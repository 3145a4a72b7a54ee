package io.github.liveliness.reach;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.jdk.JdkField;
import io.github.liveliness.reach.HandDump.HandThread;
import io.github.liveliness.reach.LiveThreads.Optimized;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeapQuestionTest {
    @TempDir
    private Path folder;

    private final HandDump dump = new HandDump();
    private final long latch = dump.latch();
    private final HandThread waiter = dump.waits("waiter", latch);

    @Test
    void nobodyOpensALatchThatOnlyItsWaiterHolds() throws IOException {
        dump.runs("other", "com.acme.Other.run");

        assertThat(answer()).isEqualTo(new Wake.Nobody());
    }

    @Test
    void whatOnlyAStaticFieldHoldsIsUnseen() throws IOException {
        dump.writer().type("com.acme.Registry", HandDump.OBJECT);
        dump.writer().staticField("com.acme.Registry", "LATCH", latch);

        assertThat(answer())
                .isEqualTo(new Wake.Unseen(
                        "Nobody is seen to use it, but it is within reach of static field com.acme.Registry.LATCH.",
                        false));
    }

    @Test
    void whoHoldsItIsNamedWithTheWay() throws IOException {
        long array = dump.writer().array(0, dump.holder(latch));
        HandThread signaller = dump.runs("signaller", "java.lang.Thread.sleep", "com.acme.Signaller.run");
        dump.holds(signaller, 1, dump.holder(array));

        assertThat(answer())
                .isEqualTo(new Wake.Somebody(
                        new Chain(
                                "thread 'signaller' in com.acme.Signaller.run",
                                List.of("com.acme.Holder.held", "an array", "com.acme.Holder.held"),
                                HandDump.LATCH),
                        0));
    }

    @Test
    void whoHasToBeWokenFirstCountsInTheRank() throws IOException {
        long first = dump.latch();
        HandThread between = dump.waits("between", first);
        dump.holds(between, 3, latch);
        dump.holds(dump.runs("signaller", "com.acme.Signaller.run"), 0, first);

        assertThat(answer())
                .isEqualTo(new Wake.Somebody(
                        new Chain("thread 'between' in com.acme.Main.await", List.of(), HandDump.LATCH), 1));
    }

    @Test
    void whoWasWokenReachesWhatItsThreadKeepsToItself() throws IOException {
        long first = dump.latch();
        dump.waits("between", first, Map.of(JdkField.THREAD_LOCALS, dump.holder(latch)));
        dump.holds(dump.runs("signaller", "com.acme.Signaller.run"), 0, first);

        assertThat(answer())
                .isEqualTo(new Wake.Somebody(
                        new Chain(
                                "thread 'between'",
                                List.of("java.lang.Thread.threadLocals", "com.acme.Holder.held"),
                                HandDump.LATCH),
                        1));
    }

    @Test
    void whatAStuckThreadKeepsToItselfIsReachedByNobody() throws IOException {
        dump.waits("stuck", dump.latch(), Map.of(JdkField.THREAD_LOCALS, dump.holder(latch)));

        assertThat(answer()).isEqualTo(new Wake.Nobody());
    }

    @Test
    void whoWaitsForItsOwnKindInACircleIsWokenByNobody() throws IOException {
        long other = dump.latch();
        dump.holds(waiter, 3, other);
        dump.holds(dump.waits("other", other), 3, latch);

        assertThat(answer()).isEqualTo(new Wake.Nobody());
    }

    @Test
    void whoRunsNeedsNobody() throws IOException {
        HandThread runner = dump.runs("runner", "com.acme.Main.run");

        assertThat(answer(runner)).isEqualTo(new Wake.ByItself("it runs, or its wait ends by itself"));
    }

    @Test
    void aTimeOutNeedsNobody() throws IOException {
        HandThread timed = dump.thread("timed", HandDump.PARKED_FOR_A_TIME, latch, "com.acme.Main.run");

        assertThat(answer(timed)).isEqualTo(new Wake.ByItself("it runs, or its wait ends by itself"));
    }

    @Test
    void whoMovedWhileTheDumpWasMadeNeedsNobody() throws IOException {
        LiveThreads nobodyStill = new LiveThreads(Set.of(), Map.of(), Optimized.NOTHING);
        dump.asks(waiter);

        assertThat(dump.answers(folder, nobodyStill, true)).containsExactly(new Wake.ByItself("it moved"));
    }

    @Test
    void whoHasBeenServedNeedsNobody() throws IOException {
        HandThread served = dump.parks("served", latch);
        dump.holds(served, 2, dump.node(served, 0));

        assertThat(answer(served)).isEqualTo(new Wake.ByItself("it has been woken"));
    }

    @Test
    void aSubjectThatHasEndedIsSaidToHave() throws IOException {
        HandThread ended = new HandThread(dump.writer().instance(HandDump.THREAD, Map.of()), 0, 0);
        dump.asks(ended, new HandThread(0, 0, 0));

        assertThat(dump.answers(folder))
                .containsExactly(new Wake.ByItself("it has ended"), new Wake.ByItself("it has ended"));
    }

    @Test
    void oursWakeNobody() throws IOException {
        HandThread watcher = dump.runs("watcher", "com.acme.Watcher.run");
        dump.holds(watcher, 0, latch).ours(watcher);

        assertThat(answer()).isEqualTo(new Wake.Nobody());
    }

    @Test
    void aThreadThatIsKnownDoesNotGiveAwayWhatItIsParkedOn() throws IOException {
        dump.holds(dump.runs("other", "com.acme.Other.run"), 0, waiter.object());

        assertThat(answer()).isEqualTo(new Wake.Nobody());
    }

    @Test
    void whatAUsersThreadHoldsInItsFieldsSomebodyMayLookAt() throws IOException {
        dump.writer().type("com.acme.Worker", HandDump.THREAD, "task");
        long task = dump.latch();
        long number = 99;
        long object = dump.writer()
                .instance(
                        "com.acme.Worker",
                        Map.of(
                                "com.acme.Worker.task", task,
                                "java.lang.Thread.tid", number,
                                "java.lang.Thread.parkBlocker", task,
                                "java.lang.Thread.threadStatus", HandDump.PARKED));
        int serial = dump.writer()
                .thread(
                        object,
                        "jdk.internal.misc.Unsafe.park",
                        "java.util.concurrent.locks.AbstractQueuedSynchronizer.acquire");
        HandThread worker = new HandThread(object, serial, number);
        dump.holds(worker, 1, dump.node(worker, 1)).asks(worker);

        assertThat(dump.answers(folder, new LiveThreads(Set.of(number), Map.of(), Optimized.NOTHING), true))
                .singleElement()
                .isInstanceOf(Wake.Unseen.class);
    }

    @Test
    void aLockOfAThreadThatCanMoveIsAwaited() throws IOException {
        HandThread owner = dump.runs("owner", "com.acme.Owner.run");
        long lock = dump.instance(HandDump.LOCK, Map.of(JdkField.SYNCHRONIZER_OWNER, owner.object()));

        assertThat(answer(dump.waits("locked out", lock)))
                .isEqualTo(
                        new Wake.Somebody(new Chain("thread 'owner'", List.of(), "what it has to leave or to end"), 0));
    }

    @Test
    void aLockOfAThreadThatIsStuckIsNeverFree() throws IOException {
        long lock = dump.instance(HandDump.LOCK, Map.of(JdkField.SYNCHRONIZER_OWNER, waiter.object()));
        dump.holds(dump.runs("other", "com.acme.Other.run"), 0, lock);

        assertThat(answer(dump.waits("locked out", lock))).isEqualTo(new Wake.Nobody());
    }

    @Test
    void whatNativeCodeHoldsIsHeldByTheJvm() throws IOException {
        dump.writer().global(latch);

        assertThat(answer()).isEqualTo(new Wake.Somebody(new Chain("the JVM", List.of(), HandDump.LATCH), 0));
    }

    @Test
    void whatLivesUnheldIsNoProofAndNobodyWhoActs() throws IOException {
        dump.holder(latch);

        assertThat(answer())
                .isEqualTo(new Wake.Unseen("Nobody is seen to use it, but it is within reach of the JVM.", false));
    }

    @Test
    void whatOurEngineKnowsIsReachedByNobodyWhoHoldsTheEngine() throws IOException {
        String engine = "io.github.liveliness.engine.Engine";
        dump.writer().type(engine, HandDump.OBJECT, "watched");
        long known = dump.writer().instance(engine, Map.of(engine + ".watched", dump.holder(latch)));
        dump.holds(dump.runs("test", "com.acme.Main.run"), 0, known);

        assertThat(answer()).isEqualTo(new Wake.Nobody());
    }

    @Test
    void aBlockerThatTellsNothingIsBelievedByNobody() throws IOException {
        HandThread parked = parked("com.acme.Gate.pass");

        assertThat(answer(parked))
                .isEqualTo(
                        new Wake.Unseen("It waits on something that does not tell whether it has been woken.", false));
    }

    @Test
    void whoHoldsAThreadMayUnparkItFromAUsersBlocker() throws IOException {
        HandThread parked = parked("com.acme.Main.waitAtTheGate");
        dump.holds(dump.runs("opener", "com.acme.Opener.run"), 0, parked.object());

        assertThat(answer(parked))
                .isEqualTo(new Wake.Somebody(
                        new Chain("thread 'opener' in com.acme.Opener.run", List.of(), HandDump.THREAD), 0));
    }

    @Test
    void whoHoldsAThreadDoesNotUseTheSynchronizerThatParkedIt() throws IOException {
        HandThread parked = parked("com.acme.Gate.pass");
        dump.holds(dump.runs("starter", "com.acme.Starter.run"), 0, parked.object());

        assertThat(answer(parked)).isInstanceOf(Wake.Unseen.class);
    }

    /** A thread that code of users has parked on an object of a user's class, {@code com.acme.Gate}. */
    private HandThread parked(String caller) {
        dump.writer().type("com.acme.Gate", HandDump.OBJECT);
        long gate = dump.writer().instance("com.acme.Gate", Map.of());
        HandThread parked = dump.thread(
                "parked",
                HandDump.PARKED,
                gate,
                "jdk.internal.misc.Unsafe.park",
                "java.util.concurrent.locks.LockSupport.park",
                caller);
        dump.holds(parked, 2, gate);
        return parked;
    }

    @Test
    void theQuestionItselfIsNoWayToAThread() throws IOException {
        HandThread notified =
                dump.thread("notified", HandDump.IN_OBJECT_WAIT, 0, "java.lang.Object.wait", "com.acme.Main.run");
        dump.holds(notified, 0, waiter.object()).asks(notified, waiter);

        assertThat(dump.answers(folder)).containsExactly(new Wake.Nobody(), new Wake.Nobody());
    }

    @Test
    void aFutureThatInterruptsItsRunnerIsAWay() throws IOException {
        dump.writer().type("java.util.concurrent.FutureTask", HandDump.OBJECT, "state:INT", "runner");
        long future =
                dump.instance("java.util.concurrent.FutureTask", Map.of(JdkField.FUTURE_TASK_RUNNER, waiter.object()));
        dump.holds(dump.runs("canceller", "com.acme.Canceller.run"), 0, future);

        assertThat(answer())
                .isEqualTo(new Wake.Somebody(
                        new Chain(
                                "thread 'canceller' in com.acme.Canceller.run",
                                List.of(),
                                "java.util.concurrent.FutureTask"),
                        0));
    }

    @Test
    void aDoubtIsNoProof() throws IOException {
        dump.runs("loader", "com.acme.Main.<clinit>");

        assertThat(answer())
                .isEqualTo(new Wake.Unseen(
                        "Thread 'loader' is loading a class, and a dump does not show what it is about to pass on.",
                        true));
    }

    @Test
    void whatStuckThreadsDoIsNoDoubt() throws IOException {
        long other = dump.latch();
        HandThread loads = dump.thread(
                "loads",
                HandDump.PARKED,
                other,
                "java.util.concurrent.locks.AbstractQueuedSynchronizer.acquire",
                "com.acme.Main.<clinit>");
        dump.holds(loads, 0, other).holds(loads, 0, dump.node(loads, 1));

        assertThat(answer()).isEqualTo(new Wake.Nobody());
    }

    @Test
    void aDumpThatHidesVirtualThreadsProvesNothingWhereThereIsOne() throws IOException {
        dump.writer().type("java.lang.BaseVirtualThread", HandDump.THREAD);
        dump.writer().global(dump.writer().instance("java.lang.BaseVirtualThread", Map.of()));
        dump.asks(waiter);

        assertThat(dump.answers(folder, dump.live(), false))
                .containsExactly(new Wake.Unseen("Dumps of this JDK do not show what virtual threads hold.", false));
        assertThat(dump.answers(folder, dump.live(), true)).containsExactly(new Wake.Nobody());
    }

    @Test
    void eachOfSeveralIsAnsweredInOrder() throws IOException {
        HandThread runner = dump.runs("runner", "com.acme.Main.run");
        dump.asks(waiter, runner, waiter);

        assertThat(dump.answers(folder))
                .containsExactly(
                        new Wake.Nobody(), new Wake.ByItself("it runs, or its wait ends by itself"), new Wake.Nobody());
    }

    private Wake answer() throws IOException {
        return answer(waiter);
    }

    private Wake answer(HandThread subject) throws IOException {
        return dump.asks(subject).answers(folder).get(0);
    }
}
