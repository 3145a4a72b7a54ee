package com.example.mail;

import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Sends letters on a thread of its own, which dies at the first address that is none. */
public final class Mailer {

    private final Post post;

    public Mailer(Post post) {
        this.post = post;
    }

    /** Sends a letter to each address; the latch opens once all are sent. */
    public CountDownLatch send(List<String> addresses) {
        CountDownLatch sent = new CountDownLatch(addresses.size());
        Thread thread = new Thread(() -> send(addresses, sent), "mailer");
        thread.start();
        return sent;
    }

    private void send(List<String> addresses, CountDownLatch sent) {
        for (String address : addresses) {
            if (!address.contains("@")) {
                throw new IllegalArgumentException("no address: " + address);
            }
            post.take(address);
            sent.countDown();
        }
    }
}
