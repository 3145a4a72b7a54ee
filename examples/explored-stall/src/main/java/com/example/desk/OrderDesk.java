package com.example.desk;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Two clerks take orders, and ask for prices. Nobody sees a mistake in it, and it works: a thousand times, or ten thousand. */
public final class OrderDesk implements AutoCloseable {

    private final ExecutorService clerks = Executors.newFixedThreadPool(2);

    /** Takes an order; whoever wants to know what it costs asks the future. */
    public Future<Integer> take(String goods) {
        return clerks.submit(() -> price(goods) + 5);
    }

    /** A price is looked up by a clerk who has time. */
    private int price(String goods) throws ExecutionException, InterruptedException {
        return clerks.submit(goods::length).get();
    }

    @Override
    public void close() {
        clerks.shutdownNow();
    }
}
