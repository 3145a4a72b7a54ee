package io.github.liveliness.blocking.probes;

import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Vector;
import java.util.concurrent.ConcurrentHashMap;

/** Monitors that another thread holds, waits on monitors, threads and class initialisers that take a while to end. */
final class MonitorProbes {
    static final String GROUP = "monitor, wait, join";

    /** To be waited for no longer than that. */
    private static final long AT_MOST = 5_000;

    private MonitorProbes() {}

    static List<Probe> all() {
        ProbeGroup group = new ProbeGroup(GROUP);
        monitors(group);
        waits(group);
        joins(group);
        return group.probes();
    }

    private static void monitors(ProbeGroup group) {
        group.blocks("synchronized (a block)", Occupied::monitor, (door, here) -> {
                    here.whenWaiting(door.holder::leave);
                    synchronized (door.monitor) {
                        Thread.onSpinWait();
                    }
                })
                .blocks("synchronized (a method)", Occupied::monitor, (door, here) -> {
                    here.whenWaiting(door.holder::leave);
                    door.monitor.enter();
                })
                .blocks("synchronized (a static method)", Occupied::monitorOfClass, (door, here) -> {
                    here.whenWaiting(door.holder::leave);
                    Room.enterAny();
                })
                .blocks("Vector.add", Occupied::vector, (vector, here) -> {
                    here.whenWaiting(vector.holder::leave);
                    vector.monitor.add("");
                })
                .blocks("Map.put (of Collections.synchronizedMap)", Occupied::map, (map, here) -> {
                    here.whenWaiting(map.holder::leave);
                    map.monitor.put("", "");
                })
                .blocks("ConcurrentHashMap.put (beside computeIfAbsent)", Occupied::bin, (map, here) -> {
                    here.whenWaiting(map.holder::leave);
                    map.monitor.put("", "");
                })
                .blocks("class initialisation", SlowClass::initialised, (type, here) -> {
                    here.soon(type.holder()::leave);
                    type.type().use();
                });
    }

    @SuppressWarnings("WaitNotInLoop") // Nobody else notifies.
    private static void waits(ProbeGroup group) {
        group.blocks("Object.wait", here -> new Object(), (monitor, here) -> {
                    synchronized (monitor) {
                        here.whenWaiting(() -> notify(monitor));
                        monitor.wait();
                    }
                })
                .blocks("Object.wait(long)", here -> new Object(), (monitor, here) -> {
                    synchronized (monitor) {
                        here.whenWaiting(() -> notify(monitor));
                        monitor.wait(AT_MOST);
                    }
                })
                .blocks("Object.wait(long, int)", here -> new Object(), (monitor, here) -> {
                    synchronized (monitor) {
                        here.whenWaiting(() -> notify(monitor));
                        monitor.wait(AT_MOST, 1);
                    }
                })
                .blocks("Object.wait (until its time is over)", here -> new Object(), monitor -> {
                    synchronized (monitor) {
                        monitor.wait(5);
                    }
                });
    }

    @SuppressWarnings("NakedNotify")
    private static void notify(Object monitor) {
        synchronized (monitor) {
            monitor.notifyAll();
        }
    }

    private static void joins(ProbeGroup group) {
        group.blocks("Thread.join", Holder::ofNothing, (holder, here) -> {
                    here.whenWaiting(holder::leave);
                    holder.thread().join();
                })
                .blocks("Thread.join(long)", Holder::ofNothing, (holder, here) -> {
                    here.whenWaiting(holder::leave);
                    holder.thread().join(AT_MOST);
                })
                .blocks("Thread.join(long, int)", Holder::ofNothing, (holder, here) -> {
                    here.whenWaiting(holder::leave);
                    holder.thread().join(AT_MOST, 1);
                })
                .blocks(19, "Thread.join(Duration)", Holder::ofNothing, (holder, here) -> {
                    here.whenWaiting(holder::leave);
                    LaterApi.join(holder.thread(), Duration.ofMillis(AT_MOST));
                });
    }

    /** Its monitor is that of its class, or of itself. */
    static class Room {
        synchronized void enter() {}

        static synchronized void enterAny() {}
    }

    /** A monitor that another thread holds. */
    static final class Occupied<T> {
        final T monitor;
        final Holder holder;

        private Occupied(Surroundings here, T monitor) throws InterruptedException {
            this(monitor, Holder.of(here, stay -> {
                synchronized (monitor) {
                    stay.run();
                }
            }));
        }

        private Occupied(T monitor, Holder holder) {
            this.monitor = monitor;
            this.holder = holder;
        }

        static Occupied<Room> monitor(Surroundings here) throws InterruptedException {
            return new Occupied<>(here, new Room());
        }

        static Occupied<Class<Room>> monitorOfClass(Surroundings here) throws InterruptedException {
            return new Occupied<>(here, Room.class);
        }

        @SuppressWarnings("JdkObsolete") // It is in use.
        static Occupied<Vector<String>> vector(Surroundings here) throws InterruptedException {
            return new Occupied<>(here, new Vector<>());
        }

        static Occupied<Map<String, String>> map(Surroundings here) throws InterruptedException {
            return new Occupied<>(here, Collections.synchronizedMap(new HashMap<>()));
        }

        static Occupied<Map<String, String>> bin(Surroundings here) throws InterruptedException {
            Map<String, String> map = new ConcurrentHashMap<>();
            return new Occupied<>(
                    map,
                    Holder.of(
                            here,
                            stay -> map.computeIfAbsent("", key -> {
                                stay.run();
                                return key;
                            })));
        }
    }
}
