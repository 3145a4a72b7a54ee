package com.example.prices;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Answers what things cost, on threads that are shared with all other requests. */
public final class PriceService implements AutoCloseable {
    private final ExecutorService requests = Executors.newFixedThreadPool(2, task -> new Thread(task, "requests"));
    private final Path list;

    public PriceService(Path list) {
        this.list = list;
    }

    public CompletableFuture<Integer> price(String article) {
        return CompletableFuture.supplyAsync(() -> find(article, read()), requests);
    }

    /** The file is read anew for each request, by one of two threads. */
    private List<String> read() {
        try {
            return Files.readAllLines(list);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int find(String article, List<String> prices) {
        return prices.stream()
                .map(line -> line.split(" "))
                .filter(words -> words[0].equals(article))
                .map(words -> Integer.valueOf(words[1]))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        requests.shutdown();
    }
}
