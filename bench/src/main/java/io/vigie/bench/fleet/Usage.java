package io.vigie.bench.fleet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What a process takes of the machine. Linux only: the resident set is read from {@code /proc}, see proc(5).
 *
 * @param resident bytes of memory in use, shared libraries included
 * @param processor time since it started, over all its threads
 */
public record Usage(long resident, Duration processor) {

    private static final String RESIDENT = "VmRSS:";

    static Usage of(ProcessHandle process) {
        try {
            long resident = Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                    .filter(line -> line.startsWith(RESIDENT))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("process " + process.pid() + " has ended"));
            return new Usage(resident, process.info().totalCpuDuration().orElse(Duration.ZERO));
        } catch (IOException e) {
            throw new UncheckedIOException("what process " + process.pid() + " uses cannot be read", e);
        }
    }
}
