package io.github.liveliness.blocking.probes;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Names that must be looked up. None of these asks the network, and none is found in the cache of the JDK. */
final class NameProbes {
    private static final String NAME = "localhost";
    private static final AtomicInteger LAST = new AtomicInteger();

    private NameProbes() {}

    static List<Probe> all() {
        return new ProbeGroup("names")
                .blocks("InetAddress.getByName", here -> uncached(), InetAddress::getByName)
                .blocks("InetAddress.getAllByName", here -> uncached(), InetAddress::getAllByName)
                .blocks("new InetSocketAddress", here -> uncached(), name -> new InetSocketAddress(name, 1))
                .blocks("InetAddress.getLocalHost", here -> lookUpThisHost())
                .blocks("InetAddress.getHostName", here -> loopback(), InetAddress::getHostName)
                .blocks("InetAddress.getCanonicalHostName", here -> loopback(), InetAddress::getCanonicalHostName)
                .blocks("InetAddress.isReachable", here -> loopback(), address -> address.isReachable(100))
                .probes();
    }

    private static void lookUpThisHost() {
        try {
            InetAddress.getLocalHost();
        } catch (UnknownHostException e) {
            // It was looked up all the same.
        }
    }

    /** Whoever resolves names does not care for capitals, and the cache does. */
    private static String uncached() {
        int spelling = LAST.incrementAndGet();
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < NAME.length(); i++) {
            boolean isCapital = (spelling >> i & 1) == 1;
            name.append(isCapital ? Character.toUpperCase(NAME.charAt(i)) : NAME.charAt(i));
        }
        return name.toString();
    }

    /** It does not know its name, and will remember it. */
    private static InetAddress loopback() throws IOException {
        return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    }
}
