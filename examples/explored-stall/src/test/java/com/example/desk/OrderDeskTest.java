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

    /** Without the annotation it passes, but for one run in some thousands. */
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
        StringBuilder words = new StringBuilder();
        for (int line = 0; line < 20_000; line++) {
            words.append("please, ");
        }
        return words.append("coffee").substring(words.length() - 6);
    }
}
