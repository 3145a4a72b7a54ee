package io.github.liveliness.libraries;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executor;

/** An executor that a user may write in a day: several threads, and a queue behind a monitor. */
class Crew implements Executor {
    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private final List<Thread> members = new ArrayList<>();

    Crew(String name, int threads) {
        for (int i = 1; i <= threads; i++) {
            Thread member = new Member(name + "-" + i);
            members.add(member);
            member.start();
        }
    }

    @Override
    public synchronized void execute(Runnable task) {
        tasks.add(task);
        notifyAll();
    }

    private synchronized Runnable next() throws InterruptedException {
        while (tasks.isEmpty()) {
            wait();
        }
        return tasks.remove();
    }

    private final class Member extends Thread {
        Member(String name) {
            super(name);
            setDaemon(true);
        }

        @Override
        public void run() {
            try {
                while (true) {
                    next().run();
                }
            } catch (InterruptedException end) {
                interrupt();
            }
        }
    }
}
