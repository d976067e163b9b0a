package io.vigie.processor;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vigie.events.Topics;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** One processor instance in a process of its own, to be killed: {@code ProcessorMain BOOTSTRAP PREFIX DIRECTORY NAME}. */
final class ProcessorMain {

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
                        "1000"),
                Path.of(arguments[2]),
                1,
                arguments[3],
                1);
        try (ProcessorService service =
                new ProcessorService(settings, OneWordRules::compile, new SimpleMeterRegistry())) {
            service.start();
            new CountDownLatch(1).await();
        }
    }
}
