package io.github.liveliness.reach;

import java.util.Set;

/** What a search takes for granted. */
enum Trust {
    /** Whatever could move can: what follows from this is proven. */
    NOBODY {
        @Override
        boolean believes(HeapWait.Stays wait) {
            return wait.checked();
        }

        @Override
        boolean follows(Root root) {
            return true;
        }

        @Override
        boolean asksThreads() {
            return true;
        }

        @Override
        boolean fearsTheUnseen() {
            return true;
        }

        @Override
        boolean knows(String poolClass) {
            return ClosedPools.JDK_POOLS.contains(poolClass);
        }
    },
    /**
     * Who waits is not being woken just now; nobody uses static fields, or fields of threads that he has not got; nobody is
     * hidden; and users' pools work as the JDK's do.
     */
    APPEARANCES {
        @Override
        boolean believes(HeapWait.Stays wait) {
            return true;
        }

        /** The JDK's own threads live by its static fields; those of its executors are everybody's. */
        @Override
        boolean follows(Root root) {
            return !(root instanceof Root.StaticField held) || isOfTheJdkAlone(held.className());
        }

        @Override
        boolean asksThreads() {
            return false;
        }

        @Override
        boolean fearsTheUnseen() {
            return false;
        }

        @Override
        boolean knows(String poolClass) {
            return true;
        }
    };

    private static final Set<String> JDK = Set.of("java.", "jdk.", "sun.");

    private static boolean isOfTheJdkAlone(String className) {
        return JDK.stream().anyMatch(className::startsWith) && !className.startsWith("java.util.concurrent.");
    }

    /** Whether a thread that seems to wait is taken to wait. */
    abstract boolean believes(HeapWait.Stays wait);

    /** Whether a root counts as a way to what it holds. */
    abstract boolean follows(Root root);

    /** Whether anybody may look at the fields of a waiting thread that are not the JDK's own. */
    abstract boolean asksThreads();

    /** Whether what lives although nothing in the dump holds it counts as held by somebody who can move. */
    abstract boolean fearsTheUnseen();

    /** Whether a pool of this class serves its queue with its workers alone. */
    abstract boolean knows(String poolClass);
}
