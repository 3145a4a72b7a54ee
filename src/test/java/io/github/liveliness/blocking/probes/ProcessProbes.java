package io.github.liveliness.blocking.probes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Processes, where there is one that echoes what it reads and ends when it is told nothing more. */
final class ProcessProbes {
    private static final Path ECHO = Path.of("/bin/cat");

    private ProcessProbes() {}

    static List<Probe> all() {
        ProbeGroup group = new ProbeGroup("processes");
        if (Files.isExecutable(ECHO)) {
            starting(group);
            waiting(group);
        }
        return group.probes();
    }

    private static void starting(ProbeGroup group) {
        group.blocks(
                        "ProcessBuilder.start",
                        here -> new ProcessBuilder(ECHO.toString()),
                        (builder, here) -> keep(here, builder.start()))
                .blocks("Runtime.exec", here -> keep(here, Runtime.getRuntime().exec(new String[] {ECHO.toString()})));
    }

    private static void waiting(ProbeGroup group) {
        group.blocks("Process.waitFor", ProcessProbes::echo, (process, here) -> {
                    here.whenWaiting(() -> process.getOutputStream().close());
                    process.waitFor();
                })
                .blocks("Process.waitFor(long, TimeUnit)", ProcessProbes::echo, (process, here) -> {
                    here.whenWaiting(() -> process.getOutputStream().close());
                    process.waitFor(5, TimeUnit.SECONDS);
                })
                .blocks(24, "Process.waitFor(Duration)", ProcessProbes::echo, (process, here) -> {
                    here.whenWaiting(() -> process.getOutputStream().close());
                    LaterApi.waitFor(process, Duration.ofSeconds(5));
                })
                .blocks("CompletableFuture.get (of Process.onExit)", ProcessProbes::echo, (process, here) -> {
                    here.whenWaiting(() -> process.getOutputStream().close());
                    process.onExit().get();
                })
                .blocks("InputStream.read (of a Process)", ProcessProbes::echo, (process, here) -> {
                    here.soon(() -> say(process));
                    process.getInputStream().read();
                })
                .blocks("BufferedReader.readLine (of a Process)", ProcessProbes::echo, (process, here) -> {
                    here.soon(() -> say(process));
                    process.inputReader().readLine();
                })
                .blocks("OutputStream.flush (of a Process)", ProcessProbes::echo, (process, here) -> {
                    process.getOutputStream().write('\n');
                    process.getOutputStream().flush();
                });
    }

    private static void say(Process process) throws IOException {
        process.getOutputStream().write('\n');
        process.getOutputStream().flush();
    }

    private static Process echo(Surroundings here) throws IOException {
        return keep(here, new ProcessBuilder(ECHO.toString()).start());
    }

    private static Process keep(Surroundings here, Process process) {
        here.keep(() -> {
            process.getInputStream().close();
            process.getErrorStream().close();
            process.destroyForcibly().waitFor();
        });
        return process;
    }
}
