package com.example.orders;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Takes orders and prices them, both on one pool of four threads: three orders at once are fine, four never end. */
public final class OrderService implements AutoCloseable {

    private static final int PRICE = 25;

    private final ExecutorService pool = Executors.newFixedThreadPool(4, threadsNamed("orders"));
    private final Stock stock;

    public OrderService(Stock stock) {
        this.stock = stock;
    }

    /** Places an order; the future gives what it costs. */
    public Future<Integer> place(String article, int pieces) {
        return pool.submit(() -> cost(article, pieces));
    }

    @Override
    public void close() {
        pool.shutdown();
    }

    private int cost(String article, int pieces) throws InterruptedException, ExecutionException {
        stock.reserve(article, pieces);
        Future<Integer> price = pool.submit(() -> priceOf(article));
        return pieces * price.get();
    }

    private static int priceOf(String article) {
        return PRICE + article.length();
    }

    private static ThreadFactory threadsNamed(String name) {
        AtomicInteger number = new AtomicInteger();
        return task -> new Thread(task, name + "-" + number.incrementAndGet());
    }
}
