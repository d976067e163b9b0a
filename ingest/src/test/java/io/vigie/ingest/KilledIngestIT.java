package io.vigie.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vigie.events.PressItem;
import io.vigie.events.Readiness;
import io.vigie.events.SourceDefinition;
import io.vigie.events.SourceDefinition.Kind;
import io.vigie.events.Topics;
import io.vigie.ingest.fetch.FetchSettings;
import io.vigie.ingest.publish.SourcePublisher;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.CommonClientConfigs;
import org.junit.jupiter.api.Test;

/** Kills an instance at whatever it is doing, again and again, while a press office goes on publishing. */
class KilledIngestIT {

    private static final Duration SOON = Duration.ofSeconds(90);
    private static final FetchSettings FETCH =
            new FetchSettings("Vigie/0.1", Duration.ZERO, 1 << 20, Duration.ofSeconds(5));
    private static final int ROUNDS = 3;
    private static final int PAGES_A_ROUND = 40;

    @Test
    void neitherLosesNorRepeatsAnItem() throws Exception {
        Topics topics = new Topics(UUID.randomUUID() + ".");
        try (TestKafka kafka = new TestKafka();
                PressSite site = new PressSite()) {
            Ledger ledger = new Ledger(kafka.clients(), topics);
            ledger.makeTopics();
            new SourcePublisher(kafka.clients(), topics)
                    .publish(List.of(source("ministry", site, Duration.ofSeconds(1))));
            for (int round = 1; round <= ROUNDS; round++) {
                for (int i = 0; i < PAGES_A_ROUND; i++) {
                    String name = round + "-" + i;
                    site.publish(name, "Statement " + name, "The ministers made statement " + name + " this morning.");
                }
                Process instance = start(kafka, topics);
                int half = (round - 1) * PAGES_A_ROUND + PAGES_A_ROUND / 2;
                await().atMost(SOON)
                        .pollInterval(Duration.ofMillis(20))
                        .untilAsserted(() -> assertThat(ledger.items()).hasSizeGreaterThan(half));
                instance.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
            }
            Process last = start(kafka, topics);
            await().atMost(SOON)
                    .untilAsserted(
                            () -> assertThat(ledger.items()).hasSizeGreaterThanOrEqualTo(ROUNDS * PAGES_A_ROUND));
            last.destroyForcibly().waitFor(30, TimeUnit.SECONDS);

            assertThat(ledger.items())
                    .hasSize(ROUNDS * PAGES_A_ROUND)
                    .extracting(PressItem::id)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void othersTakeItsSourcesOverWithinHalfAMinuteAndFetchNothingTwice() throws Exception {
        Topics topics = new Topics(UUID.randomUUID() + ".");
        List<PressSite> sites = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            sites.add(new PressSite().publish("a", "Talks " + i, "Ministers met in city number " + i + " today."));
        }
        try (TestKafka kafka = new TestKafka();
                IngestService survivor = new IngestService(
                        new IngestSettings(topics, kafka.clients(), FETCH, 8), new SimpleMeterRegistry())) {
            Ledger ledger = new Ledger(kafka.clients(), topics);
            ledger.makeTopics();
            watch(kafka, topics, sites.subList(0, 12));
            Process victim = start(kafka, topics);
            await().atMost(SOON).untilAsserted(() -> assertThat(ledger.items()).hasSize(12));
            survivor.start();
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(survivor.check()).isEqualTo(Readiness.ready()));

            victim.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
            watch(kafka, topics, sites); // every partition has sources that nobody has looked at
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(ledger.items()).hasSize(24));

            assertThat(sites).allSatisfy(site -> {
                assertThat(site.server().requestsFor("/feed.xml")).isEqualTo(1);
                assertThat(site.visits("a")).isEqualTo(1);
            });
        } finally {
            sites.forEach(PressSite::close);
        }
    }

    private static void watch(TestKafka kafka, Topics topics, List<PressSite> sites) {
        List<SourceDefinition> sources = new ArrayList<>();
        for (PressSite site : sites) {
            sources.add(source("source-" + sources.size(), site, Duration.ofHours(1)));
        }
        new SourcePublisher(kafka.clients(), topics).publish(sources);
    }

    private static SourceDefinition source(String id, PressSite site, Duration every) {
        return new SourceDefinition(
                id, id, site.feed(), Kind.FEED, List.of(), List.of(), null, null, every, true, true, null);
    }

    private static Process start(TestKafka kafka, Topics topics) throws IOException {
        return new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KillableIngest.class.getName(),
                        String.valueOf(Objects.requireNonNull(
                                kafka.clients().get(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG))),
                        topics.prefix())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
