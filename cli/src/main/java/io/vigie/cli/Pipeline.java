package io.vigie.cli;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vigie.cli.config.DeskConfig;
import io.vigie.desk.DeskServer;
import io.vigie.desk.DeskSettings;
import io.vigie.events.Readiness;
import io.vigie.events.yaml.ConfigurationException;
import io.vigie.ingest.IngestService;
import io.vigie.ingest.IngestSettings;
import io.vigie.ingest.publish.SourcePublisher;
import io.vigie.processor.ProcessorService;
import io.vigie.processor.RuleSetPublisher;
import io.vigie.processor.watch.Classifier;
import io.vigie.sink.Backoff;
import io.vigie.sink.deliver.Deliver;
import io.vigie.sink.deliver.DeliverSettings;
import io.vigie.sink.elastic.BulkLimits;
import io.vigie.sink.elastic.ElasticSink;
import io.vigie.sink.elastic.SinkSettings;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The composition root: makes the stages that this process runs, starts them against the stream (sink first, so that
 * nothing waits) and stops them with it (ingest first, so that what is under way gets through).
 */
final class Pipeline implements AutoCloseable {

    private final Set<Stage> stages;
    private final Blueprint blueprint;
    private final Servers servers;
    private final Map<Stage, Running> running = new EnumMap<>(Stage.class);
    private final MeterRegistry meters;
    private @Nullable DeskServer desk;
    private volatile boolean starting = true;

    private record Running(Supplier<Readiness> check, Runnable close) {}

    /** Does no I/O. */
    Pipeline(Set<Stage> stages, Blueprint blueprint, Servers servers, MeterRegistry meters) {
        this.stages = Set.copyOf(stages);
        this.blueprint = blueprint;
        this.servers = servers;
        this.meters = meters;
    }

    /** Makes missing topics, publishes rules and sources, and starts the stages; waits for a Kafka that is away. */
    void start() throws InterruptedException {
        start(() -> true);
    }

    /**
     * The same, for as long as it goes on.
     *
     * @param goesOn {@code false} ends the waiting for Kafka; nothing more is started then
     */
    void start(BooleanSupplier goesOn) throws InterruptedException {
        if (new KafkaPatience(goesOn).tryUntilDone(this::prepareTopics)) {
            startStages();
            starting = false;
        }
    }

    /** What the topics must hold before a stage can work. Doing it again changes nothing. */
    private void prepareTopics() throws InterruptedException {
        TopicSetup.ensure(blueprint.topics(), servers.kafka());
        if (stages.contains(Stage.PROCESSOR)) {
            new RuleSetPublisher(blueprint.topics(), servers.kafka()).activate(blueprint.rules());
        }
        if (stages.contains(Stage.INGEST)) {
            new SourcePublisher(Map.copyOf(servers.kafka()), blueprint.topics()).publish(blueprint.sources());
        }
    }

    private void startStages() {
        if (stages.contains(Stage.DESK)) {
            startDesk();
        }
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

    private void startDesk() {
        DeskConfig config = blueprint.desk();
        if (config.wantsToken()) {
            config = config.withToken(DeskToken.keptIn(blueprint.data()));
        }
        DeskSettings settings = config.settings(servers.kafka(), blueprint.topics(), servers.elasticsearch());
        DeskServer server = new DeskServer(settings, Clock.systemDefaultZone(), meters, this::scrape);
        try {
            server.start();
        } catch (IOException e) {
            throw new ConfigurationException(
                    "the desk cannot listen on " + config.listen() + " (" + e.getMessage()
                            + "); stop the other program or set desk.listen in vigie.yaml",
                    e);
        }
        desk = server;
        running.put(Stage.DESK, new Running(server::check, server::close));
    }

    private String scrape() {
        return meters instanceof PrometheusMeterRegistry prometheus ? prometheus.scrape() : "";
    }

    /** Where the desk's page is; empty when this process runs no desk, or before the start. */
    Optional<URI> deskUri() {
        return Optional.ofNullable(desk).map(DeskServer::uri);
    }

    private void startSink() {
        SinkSettings settings = new SinkSettings(
                servers.kafka(), blueprint.topics(), servers.elasticsearch(), BulkLimits.STANDARD, Backoff.STANDARD);
        ElasticSink sink = new ElasticSink(settings, meters);
        ElasticSink events = ElasticSink.ofEvents(settings, meters);
        Deliver deliver = new Deliver(
                new DeliverSettings(servers.kafka(), blueprint.topics(), blueprint.channels(), Backoff.STANDARD),
                meters);
        sink.start();
        events.start();
        deliver.start();
        running.put(
                Stage.SINK,
                new Running(() -> Readiness.of(List.of(sink.check(), events.check(), deliver.check())), () -> {
                    deliver.close();
                    sink.close();
                    events.close();
                }));
    }

    private void startProcessor() {
        ProcessorService processor = new ProcessorService(
                blueprint
                        .processor()
                        .settings(
                                blueprint.topics(),
                                servers.kafka(),
                                blueprint.data().resolve("processor")),
                Classifier::tested,
                meters);
        processor.start();
        running.put(Stage.PROCESSOR, new Running(processor::check, processor::close));
    }

    private void startIngest() {
        IngestService ingest = new IngestService(
                new IngestSettings(
                        blueprint.topics(), Map.copyOf(servers.kafka()), blueprint.fetch(), IngestSettings.WORKERS),
                meters);
        ingest.start();
        running.put(Stage.INGEST, new Running(ingest::check, ingest::close));
    }

    /** Ready when every stage is; else the first reason why not. */
    Readiness check() {
        if (starting) {
            return Readiness.notReady("starting; Kafka at " + servers.kafka().get("bootstrap.servers"));
        }
        return Readiness.of(
                running.values().stream().map(stage -> stage.check().get()).toList());
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
