package io.github.liveliness.diagnose;

/** A reason why something can still happen, put into words only when somebody asks. */
@FunctionalInterface
interface Mover {

    /** Half a sentence: {@code 'orders-2' sleeps in PriceService.load(PriceService.java:41)}. */
    String words();
}
