package io.github.liveliness.reach.programs;

import java.io.IOException;
import java.lang.ref.Cleaner;
import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.SoftReference;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** Healthy: what is waited for is held by the collector's friends, by a static field or by the operating system. */
final class LateReferences {
    private static final List<CountDownLatch> LATCHES = new ArrayList<>();

    private LateReferences() {}

    static Map<String, Program> programs() {
        return new Programs()
                .add("a static field leads to the latch", 1, LateReferences::staticField)
                .add("a weak reference leads to the latch", 1, LateReferences::weak)
                .add("a soft reference leads to the latch", 1, LateReferences::soft)
                .add("a weak map has the latch for a key", 1, LateReferences::weakMap)
                .add("a cleaner counts down", 1, LateReferences::cleaner)
                .add("a finalizer counts down", 1, LateReferences::finalizer)
                .add("a thread at a reference queue counts down", 2, LateReferences::referenceQueue)
                .add("the collector hands over what the waiter alone holds", 1, LateReferences::handedOver)
                .add("a string is interned again", 1, LateReferences::internedString)
                .add("a class is asked for its name again", 1, LateReferences::className)
                .add("a lambda that captures nothing is made again", 1, LateReferences::constantLambda)
                .add("a process ends late", 1, LateReferences::process)
                .add("a file is created late", 1, LateReferences::watchedFolder)
                .add("a callback of an asynchronous channel completes the future", 1, Sockets::callback)
                .add("the attachment of a selection key is the latch", 1, Sockets::selector)
                .map();
    }

    private static void staticField(Waiters waiters, Moment moment) {
        CountDownLatch latch = new CountDownLatch(1);
        LATCHES.add(latch);
        waiters.start(latch::await);
        Body.aside(() -> {
            moment.await();
            LATCHES.remove(0).countDown();
        });
    }

    private static void weak(Waiters waiters, Moment moment) {
        CountDownLatch latch = new CountDownLatch(1);
        waiters.start(latch::await);
        countDown(new WeakReference<>(latch), moment);
    }

    private static void soft(Waiters waiters, Moment moment) {
        CountDownLatch latch = new CountDownLatch(1);
        waiters.start(latch::await);
        countDown(new SoftReference<>(latch), moment);
    }

    private static void countDown(Reference<CountDownLatch> latch, Moment moment) {
        Body.aside(() -> {
            moment.await();
            latch.get().countDown();
        });
    }

    private static void weakMap(Waiters waiters, Moment moment) {
        CountDownLatch latch = new CountDownLatch(1);
        Map<CountDownLatch, String> names = new WeakHashMap<>();
        names.put(latch, "mine");
        waiters.start(latch::await);
        Body.aside(() -> {
            moment.await();
            names.keySet().forEach(CountDownLatch::countDown);
        });
    }

    private static void cleaner(Waiters waiters, Moment moment) {
        CountDownLatch latch = new CountDownLatch(1);
        Object resource = new Object();
        Cleaner.create().register(resource, latch::countDown);
        waiters.start(latch::await);
        dropLate(resource, moment);
    }

    private static void finalizer(Waiters waiters, Moment moment) {
        CountDownLatch latch = new CountDownLatch(1);
        waiters.start(latch::await);
        dropLate(new Finalized(latch), moment);
    }

    private static void referenceQueue(Waiters waiters, Moment moment) {
        CountDownLatch latch = new CountDownLatch(1);
        Object resource = new Object();
        ReferenceQueue<Object> queue = new ReferenceQueue<>();
        PhantomReference<Object> reference = new PhantomReference<>(resource, queue);
        waiters.start(latch::await);
        waiters.start(() -> {
            while (queue.remove() != reference) {
                reference.clear();
            }
            latch.countDown();
        });
        dropLate(resource, moment);
    }

    private static void handedOver(Waiters waiters, Moment moment) {
        Object resource = new Object();
        ReferenceQueue<Object> queue = new ReferenceQueue<>();
        Opening opening = new Opening(resource, queue);
        waiters.start(() -> {
            try {
                opening.latch.await();
            } finally {
                Reference.reachabilityFence(opening);
            }
        });
        Body.aside(() -> {
            Reference<?> next = queue.remove(100);
            while (next == null) {
                next = queue.remove(100);
            }
            ((Opening) next).latch.countDown();
        });
        dropLate(resource, moment);
    }

    private static void internedString(Waiters waiters, Moment moment) {
        int number = System.identityHashCode(moment);
        onMonitor(waiters, moment, () -> ("order-" + number).intern());
    }

    private static void className(Waiters waiters, Moment moment) {
        onMonitor(waiters, moment, LateReferences.class::getName);
    }

    private static void constantLambda(Waiters waiters, Moment moment) {
        onMonitor(waiters, moment, LateReferences::nothing);
    }

    @SuppressWarnings("UnnecessaryLambda")
    private static Runnable nothing() {
        return () -> {};
    }

    /** Nobody holds the monitor for long but who waits on it; everybody knows how to get it. */
    @SuppressWarnings("WaitNotInLoop")
    private static void onMonitor(Waiters waiters, Moment moment, Supplier<Object> monitors) {
        waiters.start(() -> {
            Object monitor = monitors.get();
            synchronized (monitor) {
                monitor.wait();
            }
        });
        Body.aside(() -> {
            moment.await();
            Object monitor = monitors.get();
            synchronized (monitor) {
                monitor.notifyAll();
            }
        });
    }

    private static void dropLate(Object resource, Moment moment) {
        AtomicReference<Object> holder = new AtomicReference<>(resource);
        Body.aside(() -> {
            moment.await();
            holder.set("nothing");
            for (int i = 0; i < 20; i++) {
                System.gc();
                Thread.sleep(20);
            }
        });
    }

    private static void process(Waiters waiters, Moment moment) throws IOException {
        Process process = new ProcessBuilder("cat").start();
        CompletableFuture<Process> end = process.onExit();
        waiters.start(end::join);
        Body.aside(() -> {
            moment.await();
            process.getOutputStream().close();
        });
    }

    private static void watchedFolder(Waiters waiters, Moment moment) throws IOException {
        Path folder = Files.createTempDirectory("watched");
        WatchService watch = folder.getFileSystem().newWatchService();
        folder.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
        waiters.start(() -> {
            watch.take();
            watch.close();
        });
        String name = folder.toString();
        Body.aside(() -> {
            moment.await();
            Path file = Files.createFile(Path.of(name, "late"));
            Files.delete(file);
            Files.delete(Path.of(name));
        });
    }

    private static final class Opening extends WeakReference<Object> {
        private final CountDownLatch latch = new CountDownLatch(1);

        Opening(Object resource, ReferenceQueue<Object> queue) {
            super(resource, queue);
        }
    }

    private static final class Finalized {
        private final CountDownLatch latch;

        Finalized(CountDownLatch latch) {
            this.latch = latch;
        }

        @Override
        @SuppressWarnings({"deprecation", "removal", "Finalize"})
        protected void finalize() {
            latch.countDown();
        }
    }
}
