package io.github.liveliness.libraries;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;

/** Work that takes longer than a likely stall may last, and is none. */
final class Passing {
    static final Duration TIME = Duration.ofSeconds(3);

    /** Reads from a peer that says nothing, until the time is over. */
    boolean pass() {
        try (ServerSocket server = new ServerSocket(0);
                Socket client = new Socket(server.getInetAddress(), server.getLocalPort());
                InputStream silence = client.getInputStream()) {
            client.setSoTimeout((int) TIME.toMillis());
            return silence.read() < 0;
        } catch (java.net.SocketTimeoutException over) {
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps a processor busy until the time is over. */
    static boolean burn() {
        long end = System.nanoTime() + TIME.toNanos();
        long spins = 0;
        while (System.nanoTime() < end) {
            spins++;
        }
        return spins > 0;
    }
}
