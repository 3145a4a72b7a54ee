package com.example.orders;

/** Where the goods lie. */
@FunctionalInterface
public interface Stock {

    /** Sets pieces of an article aside, and returns when that is done. */
    void reserve(String article, int pieces) throws InterruptedException;
}
