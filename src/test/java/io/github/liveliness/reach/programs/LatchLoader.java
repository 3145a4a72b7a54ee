package io.github.liveliness.reach.programs;

import java.util.concurrent.CountDownLatch;

/** A class loader that holds a latch besides, and can define classes. */
final class LatchLoader extends ClassLoader {
    private final CountDownLatch latch;

    LatchLoader(CountDownLatch latch) {
        super(LatchLoader.class.getClassLoader());
        this.latch = latch;
    }

    CountDownLatch latch() {
        return latch;
    }

    Class<?> define(byte[] classFile) {
        return defineClass(null, classFile, 0, classFile.length);
    }
}
