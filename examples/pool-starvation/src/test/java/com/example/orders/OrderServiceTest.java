package com.example.orders;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.liveliness.DetectStalls;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@DetectStalls
@TestMethodOrder(OrderAnnotation.class)
class OrderServiceTest {

    @Test
    @Order(1)
    void pricesOneOrder() throws Exception {
        try (OrderService orders = new OrderService((article, pieces) -> {})) {
            assertEquals(58, orders.place("book", 2).get());
        }
    }

    /** Four orders hold all four threads, and each waits for a price that is queued behind it. */
    @Test
    @Order(2)
    void placesFourOrdersConcurrently() throws Exception {
        CyclicBarrier allFour = new CyclicBarrier(4);
        try (OrderService orders = new OrderService((article, pieces) -> await(allFour))) {
            List<Future<Integer>> costs = Stream.of("book", "lamp", "desk", "sofa")
                    .map(article -> orders.place(article, 1))
                    .toList();
            for (Future<Integer> cost : costs) {
                assertEquals(29, cost.get());
            }
        }
    }

    /** The suite goes on after the stall. */
    @Test
    @Order(3)
    void pricesOneOrderAfterAnother() throws Exception {
        try (OrderService orders = new OrderService((article, pieces) -> {})) {
            assertEquals(29, orders.place("lamp", 1).get());
            assertEquals(87, orders.place("desk", 3).get());
        }
    }

    private static void await(CyclicBarrier barrier) throws InterruptedException {
        try {
            barrier.await();
        } catch (BrokenBarrierException interruptedElsewhere) {
            throw new IllegalStateException(interruptedElsewhere);
        }
    }
}
