package com.example.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.liveliness.Explore;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OrderDeskTest {

    private final OrderDesk desk = new OrderDesk();

    @AfterEach
    void closeTheDesk() {
        desk.close();
    }

    /** Without the annotation it passes nearly always. */
    @Test
    @Explore
    void takesTwoOrders() throws Exception {
        Future<Integer> tea = desk.take("tea");
        String goods = readNextOrder();
        Future<Integer> coffee = desk.take(goods);

        assertEquals(8, tea.get());
        assertEquals(11, coffee.get());
    }

    /** By then the first clerk has asked for a price, nearly always. */
    private static String readNextOrder() {
        long letters = 0;
        for (int line = 0; line < 5_000_000; line++) {
            letters += String.valueOf(line).length();
        }
        return letters > 0 ? "coffee" : "";
    }
}
