package io.github.liveliness.blocking.probes;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Streams, names and addresses that are in memory. */
@SuppressWarnings({"ReturnValueIgnored", "AddressSelection"}) // What matters is the call.
final class HealthyMemoryProbes {
    private HealthyMemoryProbes() {}

    static List<Probe> all() {
        ProbeGroup group = new ProbeGroup(HealthyProbes.GROUP);
        streams(group);
        names(group);
        computing(group);
        return group.probes();
    }

    private static void streams(ProbeGroup group) {
        group.doesNotBlock("ByteArrayInputStream.read", here -> new ByteArrayInputStream(new byte[8]).read())
                .doesNotBlock("ByteArrayOutputStream.write", here -> new ByteArrayOutputStream().write(1))
                .doesNotBlock(
                        "BufferedReader.readLine (of a string)",
                        here -> new BufferedReader(new StringReader("text")).readLine())
                .doesNotBlock(
                        "ObjectOutputStream.writeObject (in memory)",
                        here -> new ObjectOutputStream(new ByteArrayOutputStream()).writeObject("text"))
                .doesNotBlock(
                        "GZIPInputStream.read (in memory)",
                        here -> new GZIPInputStream(new ByteArrayInputStream(zipped())).read())
                .doesNotBlock(
                        "ZipOutputStream.putNextEntry (in memory)",
                        here -> new ZipOutputStream(new ByteArrayOutputStream()).putNextEntry(new ZipEntry("entry")));
    }

    private static byte[] zipped() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(1);
        }
        return bytes.toByteArray();
    }

    private static void names(ProbeGroup group) {
        group.doesNotBlock("Path.of", here -> Path.of("a", "b").resolve("../c").normalize())
                .doesNotBlock("Path.toAbsolutePath", here -> Path.of("a").toAbsolutePath())
                .doesNotBlock("new File", here -> new File("a").getAbsolutePath())
                .doesNotBlock(
                        "URI.create",
                        here -> URI.create("http://example.invalid/").resolve("b"))
                .doesNotBlock(
                        "InetAddress.getByName (of a literal address)", here -> InetAddress.getByName("127.0.0.1"))
                .doesNotBlock("InetAddress.getByAddress", here -> InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))
                .doesNotBlock("InetAddress.getLoopbackAddress", here -> InetAddress.getLoopbackAddress())
                .doesNotBlock(
                        "InetSocketAddress.createUnresolved",
                        here -> InetSocketAddress.createUnresolved("example.invalid", 1));
    }

    private static void computing(ProbeGroup group) {
        group.doesNotBlock("String.getBytes", here -> "text".repeat(8).getBytes(UTF_8))
                .doesNotBlock(
                        "Stream.collect",
                        here -> IntStream.range(0, 100)
                                .mapToObj(Integer::toString)
                                .collect(Collectors.joining()))
                .doesNotBlock("Instant.now", here -> Instant.now())
                .doesNotBlock(
                        "Thread.getStackTrace", here -> Thread.currentThread().getStackTrace())
                .doesNotBlock(
                        "class loading (of a class used for the first time)",
                        HealthyMemoryProbes::freshLoader,
                        loader -> loader.loadClass(Probe.class.getName()));
    }

    /** Finds classes in files: the JVM looks for them on behalf of the task, which has called nothing that waits. */
    private static ClassLoader freshLoader(Surroundings here) {
        URL classes = Probe.class.getProtectionDomain().getCodeSource().getLocation();
        return here.keep(new URLClassLoader(new URL[] {classes}, ClassLoader.getPlatformClassLoader()));
    }
}
