package io.vigie.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vigie.events.PressItem;
import io.vigie.events.PubStatus;
import io.vigie.events.Readiness;
import io.vigie.events.SourceDefinition;
import io.vigie.events.SourceDefinition.Kind;
import io.vigie.events.Topics;
import io.vigie.events.WatchEntry;
import io.vigie.ingest.fetch.FetchSettings;
import io.vigie.ingest.publish.SourcePublisher;
import io.vigie.ingest.web.Silence;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole of ingest on a real broker and a real web server. */
class IngestServiceIT {

    private static final Duration SOON = Duration.ofSeconds(60);

    private static @Nullable TestKafka kafka;

    private final Topics topics = new Topics(UUID.randomUUID() + ".");
    private final PressSite site = new PressSite();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<IngestService> services = new ArrayList<>();
    private Ledger ledger = new Ledger(shared(), topics);

    @BeforeAll
    static void startKafka() {
        kafka = new TestKafka();
    }

    @AfterAll
    static void stopKafka() {
        java.util.Objects.requireNonNull(kafka).close();
    }

    @BeforeEach
    void makeTopics() {
        ledger.makeTopics();
    }

    @AfterEach
    void stop() {
        services.forEach(IngestService::close);
        site.close();
    }

    @Test
    void publishesWhatAFeedListsOnceAndOverRestarts() {
        site.publish("a", "Talks in Oslo", "Ministers met in Oslo on Monday to prepare the summit.")
                .publish("b", "New frigate", "The second frigate of the class was launched in Lorient today.");
        watch(source("ministry", site.feed()));
        IngestService first = start();
        awaitItems(2);

        first.close();
        site.publish("c", "Grain corridor", "The parties agreed to keep the corridor open for another year.");
        start();
        awaitItems(3);
        awaitVisits("c", 3);
        assertThat(meters.find("kafka.consumer.coordinator.assigned.partitions").gauges())
                .isNotEmpty();

        List<PressItem> items = ledger.items();
        assertThat(items).hasSize(3).extracting(PressItem::id).doesNotHaveDuplicates();
        assertThat(items.get(0))
                .returns("New frigate", PressItem::headline)
                .returns("en", PressItem::language)
                .returns(PubStatus.USABLE, PressItem::pubStatus)
                .satisfies(item -> assertThat(item.body()).contains("launched in Lorient"));
        assertThat(ledger.snapshot(items.get(0).snapshot())).contains("launched in Lorient");
    }

    @Test
    void publishesARevisionWhenAPageIsEditedInSilence() {
        site.publish("a", "Talks in Oslo", "Ministers met in Oslo on Monday to prepare the summit.");
        watch(source("ministry", site.feed()));
        start();
        awaitItems(1);

        site.edit("a", "Talks in Oslo", "Ministers met in Bergen on Monday to prepare the summit.");
        awaitItems(2);

        List<PressItem> items = ledger.items();
        assertThat(items.get(1).id()).isEqualTo(items.get(0).id());
        assertThat(items.get(1).body()).contains("Bergen");
    }

    @Test
    void publishesAWithdrawalWhenAPageIsGoneTwice() {
        site.publish("a", "Talks in Oslo", "Ministers met in Oslo on Monday to prepare the summit.");
        watch(source("ministry", site.feed()));
        start();
        awaitItems(1);

        site.withdraw("a");
        awaitItems(2);

        assertThat(ledger.items().get(1))
                .returns(PubStatus.CANCELED, PressItem::pubStatus)
                .returns("Talks in Oslo", PressItem::headline)
                .returns("", PressItem::body);
        site.edit("a", "Talks in Oslo", "Ministers met in Oslo on Monday to prepare the summit.");
        awaitItems(3);
        assertThat(ledger.items().get(2)).returns(PubStatus.USABLE, PressItem::pubStatus);
    }

    @Test
    void goesOnWithGoodSourcesWhileOthersFail() {
        site.publish("a", "Talks in Oslo", "Ministers met in Oslo on Monday to prepare the summit.");
        try (PressSite silent = new PressSite()) {
            silent.server().on("/feed.xml", new Silence());
            watch(
                    source("silent", silent.feed()),
                    source("nowhere", URI.create("http://127.0.0.1:1/feed")),
                    source("private", site.feed(), false),
                    source("nonsense", site.server().uri("/news/a")),
                    source("ministry", site.feed()));
            start();

            awaitItems(1);
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(ledger.entries())
                            .extracting(WatchEntry::sourceId)
                            .contains("silent", "nowhere", "private", "nonsense"));
        }
        assertThat(ledger.items()).extracting(item -> item.outlet().id()).containsOnly("ministry");
        assertThat(ledger.entries())
                .filteredOn(entry -> entry.sourceId().equals("private"))
                .extracting(WatchEntry::reason)
                .containsOnly("forbidden-address");
        assertThat(counted("vigie.ingest.pages.accepted")).isEqualTo(counted("vigie.ingest.pages"));
    }

    @Test
    void sharesSourcesAmongInstancesAndTakesOverFromTheDead() {
        List<PressSite> sites = new ArrayList<>();
        List<SourceDefinition> sources = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            PressSite one = new PressSite().publish("a", "Talks " + i, "Ministers met in city number " + i + " today.");
            sites.add(one);
            sources.add(source("source-" + i, one.feed()));
        }
        watch(sources.toArray(SourceDefinition[]::new));
        IngestService first = start();
        IngestService second = start();
        awaitItems(12);
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(first.check()).isEqualTo(Readiness.ready());
            assertThat(second.check()).isEqualTo(Readiness.ready());
        });

        first.close();
        sites.forEach(one -> one.publish("b", "More talks", "Ministers met once more in " + one.page("b") + " today."));
        awaitItems(24);

        assertThat(ledger.items()).hasSize(24).extracting(PressItem::id).doesNotHaveDuplicates();
        assertThat(sites).allSatisfy(one -> {
            assertThat(one.firstVisits("a")).isEqualTo(1);
            assertThat(one.firstVisits("b")).isEqualTo(1);
        });
        sites.forEach(PressSite::close);
    }

    @Test
    void forgetsASourceThatIsTakenOffTheList() {
        site.publish("a", "Talks in Oslo", "Ministers met in Oslo on Monday to prepare the summit.");
        watch(source("ministry", site.feed()));
        start();
        awaitItems(1);

        watch();
        await().atMost(SOON).untilAsserted(() -> assertThat(ledger.remembered()).isEmpty());
    }

    private IngestService start() {
        FetchSettings fetch = new FetchSettings(
                "Vigie/0.1 (+https://desk.example/bot)", Duration.ZERO, 1 << 20, Duration.ofSeconds(5));
        IngestService service = new IngestService(new IngestSettings(topics, shared(), fetch, 8), meters);
        services.add(service);
        service.start();
        return service;
    }

    private void watch(SourceDefinition... sources) {
        new SourcePublisher(shared(), topics).publish(List.of(sources));
    }

    private void awaitItems(int count) {
        await().atMost(SOON).untilAsserted(() -> assertThat(ledger.items()).hasSizeGreaterThanOrEqualTo(count));
    }

    private void awaitVisits(String page, int count) {
        await().atMost(SOON).untilAsserted(() -> assertThat(site.visits(page)).isGreaterThanOrEqualTo(count));
    }

    private double counted(String name) {
        return meters.find(name).counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    private static SourceDefinition source(String id, URI url) {
        return source(id, url, true);
    }

    private static SourceDefinition source(String id, URI url, boolean allowPrivate) {
        return new SourceDefinition(
                id,
                id,
                url,
                Kind.FEED,
                List.of(),
                List.of(),
                null,
                null,
                Duration.ofSeconds(1),
                true,
                allowPrivate,
                null);
    }

    private static Map<String, Object> shared() {
        return java.util.Objects.requireNonNull(kafka).clients();
    }
}
