package io.github.liveliness.blocking.probes;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.util.List;

/** What comes from the console. Nothing is taken from it: whoever started this JVM may speak to it by that. */
final class ConsoleProbes {
    private ConsoleProbes() {}

    static List<Probe> all() {
        return new ProbeGroup("console")
                .blocks(
                        "FileInputStream.read (of the console)",
                        here -> new FileInputStream(FileDescriptor.in),
                        console -> console.read(new byte[0]))
                .blocks(
                        "FileInputStream.available (of the console)",
                        here -> new FileInputStream(FileDescriptor.in),
                        FileInputStream::available)
                .probes();
    }
}
