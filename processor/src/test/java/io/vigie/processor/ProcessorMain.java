package io.vigie.processor;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vigie.events.Readiness;
import io.vigie.events.Topics;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * One processor instance in a process of its own, to be killed: {@code ProcessorMain BOOTSTRAP PREFIX DIRECTORY NAME}. Its
 * stores write early. Prints its readiness whenever that changes.
 */
final class ProcessorMain {

    private static final long BETWEEN_LOOKS_MILLIS = 50;

    private ProcessorMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        ProcessorSettings settings = new ProcessorSettings(
                new Topics(arguments[1]),
                Map.of(
                        "bootstrap.servers",
                        arguments[0],
                        "session.timeout.ms",
                        "6000",
                        "heartbeat.interval.ms",
                        "1000",
                        StoreTuning.WRITE_BUFFER_BYTES,
                        "65536"),
                Path.of(arguments[2]),
                1,
                arguments[3],
                1);
        try (ProcessorService service =
                new ProcessorService(settings, OneWordRules::compile, new SimpleMeterRegistry())) {
            service.start();
            Readiness last = Readiness.notReady("");
            while (true) {
                Readiness now = service.check();
                if (!now.equals(last)) {
                    System.out.println(now);
                    last = now;
                }
                TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS_MILLIS);
            }
        }
    }
}
