package io.github.liveliness.testing;

import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RunnableFuture;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Pools of one thread whose code sees each task on its way into the queue, and could run it by hand. */
public enum KeepingPools {
    MAKES_TASKS {
        @Override
        public ExecutorService make(String name) {
            return new OneThread(name) {
                @Override
                protected <T> RunnableFuture<T> newTaskFor(Callable<T> callable) {
                    return new FutureTask<>(callable);
                }
            };
        }
    },
    MAKES_TASKS_OF_RUNNABLES {
        @Override
        public ExecutorService make(String name) {
            return new OneThread(name) {
                @Override
                protected <T> RunnableFuture<T> newTaskFor(Runnable runnable, T value) {
                    return new FutureTask<>(runnable, value);
                }
            };
        }
    },
    EXECUTES {
        @Override
        public ExecutorService make(String name) {
            return new OneThread(name) {
                @Override
                public void execute(Runnable task) {
                    super.execute(task);
                }
            };
        }
    },
    SUBMITS {
        @Override
        public ExecutorService make(String name) {
            return new OneThread(name) {
                @Override
                public <T> Future<T> submit(Callable<T> task) {
                    return super.submit(task);
                }
            };
        }
    },
    INVOKES_ALL {
        @Override
        public ExecutorService make(String name) {
            return new OneThread(name) {
                @Override
                public <T> List<Future<T>> invokeAll(Collection<? extends Callable<T>> tasks)
                        throws InterruptedException {
                    return super.invokeAll(tasks);
                }
            };
        }

        @Override
        public Object waitFor(ExecutorService pool, Callable<?> task) throws Exception {
            return pool.invokeAll(List.of(task::call));
        }
    },
    INHERITS {
        @Override
        public ExecutorService make(String name) {
            class Keeping extends OneThread {
                Keeping() {
                    super(name);
                }

                @Override
                public void execute(Runnable task) {
                    super.execute(task);
                }
            }
            return new Keeping() {};
        }
    },
    STANDS_BEFORE {
        @Override
        public ExecutorService make(String name) {
            return new Front(new OneThread(name));
        }
    },
    STANDS_BEFORE_UNSEEN {
        @Override
        public ExecutorService make(String name) {
            return hiddenFront(new OneThread(name));
        }
    };

    public abstract ExecutorService make(String name);

    /** Submits a task, and waits for it, on the calling thread. */
    public Object waitFor(ExecutorService pool, Callable<?> task) throws Exception {
        return pool.submit(task).get();
    }

    /** Of a class that stack traces leave out. */
    private static ExecutorService hiddenFront(ExecutorService behind) {
        String file = Front.class.getName().replace('.', '/') + ".class";
        try (InputStream classFile = KeepingPools.class.getClassLoader().getResourceAsStream(file)) {
            MethodHandles.Lookup hidden = MethodHandles.lookup().defineHiddenClass(classFile.readAllBytes(), true);
            return (ExecutorService) hidden.findConstructor(
                            hidden.lookupClass(), MethodType.methodType(void.class, ExecutorService.class))
                    .invoke(behind);
        } catch (Throwable failed) {
            throw new AssertionError(failed);
        }
    }

    private static class OneThread extends ThreadPoolExecutor {
        OneThread(String name) {
            super(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), Pools.threads(name));
        }
    }

    /** Makes the tasks that another executor queues. */
    private static final class Front extends AbstractExecutorService {
        private final ExecutorService behind;

        Front(ExecutorService behind) {
            this.behind = behind;
        }

        @Override
        public void execute(Runnable task) {
            behind.execute(task);
        }

        @Override
        public void shutdown() {
            behind.shutdown();
        }

        @Override
        public List<Runnable> shutdownNow() {
            return behind.shutdownNow();
        }

        @Override
        public boolean isShutdown() {
            return behind.isShutdown();
        }

        @Override
        public boolean isTerminated() {
            return behind.isTerminated();
        }

        @Override
        public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
            return behind.awaitTermination(timeout, unit);
        }
    }
}
