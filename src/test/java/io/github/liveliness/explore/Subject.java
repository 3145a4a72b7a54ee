package io.github.liveliness.explore;

import io.github.liveliness.explore.programs.CorrectMeetings;
import io.github.liveliness.explore.programs.CorrectPrograms;
import io.github.liveliness.explore.programs.StallingPrograms;
import java.util.List;
import java.util.concurrent.Callable;

/** A program to be explored, named so that a report says which one failed. */
public record Subject(String name, Body body) implements Callable<Void> {

    /** Those that no schedule stalls or fails. */
    static final List<Subject> CORRECT = List.of(
            new Subject("nested submit", CorrectPrograms::nestedSubmit),
            new Subject("pool not shut down", CorrectPrograms::poolNotShutDown),
            new Subject("pools not shut down", CorrectPrograms::poolsNotShutDown),
            new Subject("timed get", CorrectPrograms::timedGet),
            new Subject("hourly task", CorrectPrograms::hourlyTask),
            new Subject("scheduled pool", CorrectPrograms::scheduledPool),
            new Subject("timeouts", CorrectPrograms::timeouts),
            new Subject("fork-join sum", CorrectPrograms::forkJoinSum),
            new Subject("compensated join", CorrectPrograms::compensatedJoin),
            new Subject("refused join", CorrectPrograms::refusedJoin),
            new Subject("future chain", CorrectPrograms::futureChain),
            new Subject("common pool", CorrectPrograms::commonPool),
            new Subject("future timeouts", CorrectPrograms::futureTimeouts),
            new Subject("invoke all", CorrectPrograms::invokeAll),
            new Subject("wait and notify", CorrectMeetings::waitAndNotify),
            new Subject("timed wait", CorrectMeetings::timedWait),
            new Subject("phaser", CorrectMeetings::phaser),
            new Subject("exchanger", CorrectMeetings::exchanger),
            new Subject("read-write lock", CorrectMeetings::readWriteLock),
            new Subject("stamped lock", CorrectMeetings::stampedLock),
            new Subject("condition", CorrectMeetings::condition),
            new Subject("bounded queue", CorrectMeetings::boundedQueue),
            new Subject("hand-over", CorrectMeetings::handOver),
            new Subject("semaphore and barrier", CorrectMeetings::semaphoreAndBarrier),
            new Subject("interrupts", CorrectMeetings::interrupts),
            new Subject("yielding", CorrectMeetings::yielding),
            new Subject("parking", CorrectMeetings::parking),
            new Subject("timer", CorrectMeetings::timer),
            new Subject("computing map", CorrectMeetings::computingMap));

    /** Those that stall under some schedules, and need no fork-join pool. */
    static final List<Subject> PORTABLE = List.of(
            new Subject("starvation of two", StallingPrograms::starvation),
            new Subject("starvation of four", StallingPrograms::starvationOfFour),
            new Subject("two locks", StallingPrograms::twoLocks),
            new Subject("two locks unawaited", StallingPrograms::twoLocksUnawaited),
            new Subject("synchronized methods", StallingPrograms::synchronizedMethods),
            new Subject("lost wake-up", StallingPrograms::lostWakeUp),
            new Subject("lost signal", StallingPrograms::lostSignal),
            new Subject("full queue", StallingPrograms::boundedQueue),
            new Subject("join on one thread", StallingPrograms::joinOnOneThread));

    static final Subject SATURATED = new Subject("saturated fork-join pool", StallingPrograms::saturatedForkJoinPool);

    /** What a program does. */
    public interface Body {
        void run() throws Exception;
    }

    @Override
    public Void call() throws Exception {
        body.run();
        return null;
    }

    @Override
    public String toString() {
        return name;
    }
}
