package io.vigie.cli;

import io.micrometer.core.instrument.MeterRegistry;
import io.vigie.events.Readiness;
import io.vigie.ingest.IngestService;
import io.vigie.ingest.IngestSettings;
import io.vigie.ingest.publish.SourcePublisher;
import io.vigie.processor.ProcessorService;
import io.vigie.processor.ProcessorSettings;
import io.vigie.processor.RuleSetPublisher;
import io.vigie.processor.watch.Classifier;
import io.vigie.sink.elastic.Backoff;
import io.vigie.sink.elastic.BulkLimits;
import io.vigie.sink.elastic.ElasticSink;
import io.vigie.sink.elastic.SinkSettings;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The composition root: makes the stages that this process runs, starts them against the stream (sink first, so that
 * nothing waits) and stops them with it (ingest first, so that what is under way gets through).
 */
final class Pipeline implements AutoCloseable {

    private static final int PROCESSOR_THREADS = 2;

    private final Set<Stage> stages;
    private final Blueprint blueprint;
    private final Servers servers;
    private final Map<Stage, Running> running = new EnumMap<>(Stage.class);
    private final MeterRegistry meters;

    private record Running(Supplier<Readiness> check, Runnable close) {}

    /** Does no I/O. */
    Pipeline(Set<Stage> stages, Blueprint blueprint, Servers servers, MeterRegistry meters) {
        this.stages = Set.copyOf(stages);
        this.blueprint = blueprint;
        this.servers = servers;
        this.meters = meters;
    }

    /** Makes missing topics, publishes rules and sources, and starts the stages. */
    void start() throws InterruptedException {
        TopicSetup.ensure(blueprint.topics(), servers.kafka());
        if (stages.contains(Stage.SINK)) {
            startSink();
        }
        if (stages.contains(Stage.PROCESSOR)) {
            startProcessor();
        }
        if (stages.contains(Stage.INGEST)) {
            startIngest();
        }
    }

    private void startSink() {
        SinkSettings settings = new SinkSettings(
                servers.kafka(), blueprint.topics(), servers.elasticsearch(), BulkLimits.STANDARD, Backoff.STANDARD);
        ElasticSink sink = new ElasticSink(settings, meters);
        sink.start();
        running.put(Stage.SINK, new Running(sink::check, sink::close));
    }

    private void startProcessor() throws InterruptedException {
        new RuleSetPublisher(blueprint.topics(), servers.kafka()).activate(blueprint.rules());
        ProcessorService processor = new ProcessorService(
                new ProcessorSettings(
                        blueprint.topics(), servers.kafka(), blueprint.data().resolve("processor"), PROCESSOR_THREADS),
                Classifier::tested,
                meters);
        processor.start();
        running.put(Stage.PROCESSOR, new Running(processor::check, processor::close));
    }

    private void startIngest() {
        new SourcePublisher(Map.copyOf(servers.kafka()), blueprint.topics()).publish(blueprint.sources());
        IngestService ingest = new IngestService(
                new IngestSettings(
                        blueprint.topics(), Map.copyOf(servers.kafka()), blueprint.fetch(), IngestSettings.WORKERS),
                meters);
        ingest.start();
        running.put(Stage.INGEST, new Running(ingest::check, ingest::close));
    }

    /** Ready when every stage is; else the first reason why not. */
    Readiness check() {
        return running.values().stream()
                .map(stage -> stage.check().get())
                .filter(readiness -> !(readiness instanceof Readiness.Ready))
                .findFirst()
                .orElseGet(Readiness::ready);
    }

    @Override
    public void close() {
        for (Stage stage : Stage.values()) {
            Running service = running.remove(stage);
            if (service != null) {
                service.close().run();
            }
        }
    }
}
