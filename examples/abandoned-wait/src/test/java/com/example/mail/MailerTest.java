package com.example.mail;

import io.github.liveliness.DetectStalls;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@DetectStalls
@TestMethodOrder(OrderAnnotation.class)
class MailerTest {

    private final Mailer slow = new Mailer(letter -> LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(2)));

    /** Waits long enough to be asked about, and somebody can still end that. */
    @Test
    @Order(1)
    void sendsALetterSlowly() throws Exception {
        slow.send(List.of("ada@example.com")).await();
    }

    /** The thread that would open the latch has died. */
    @Test
    @Order(2)
    void sendsALetterToNobody() throws Exception {
        slow.send(List.of("nobody")).await();
    }

    /** The suite goes on after the abandoned wait. */
    @Test
    @Order(3)
    void sendsAnotherLetter() throws Exception {
        slow.send(List.of("grace@example.com")).await();
    }
}
