package io.vigie.sink.elastic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.Gauge;
import io.vigie.events.Alert;
import io.vigie.sink.elastic.FaultyProxy.Fault;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What becomes of alerts on their way through one sink or several. */
class ElasticSinkIT extends SinkTesting {

    @Test
    void storesEveryAlertOnce() throws IOException {
        List<Alert> alerts = alerts(0, 300);
        topic.publish(alerts);
        start();

        awaitAllSettled();

        assertThat(storedIds()).containsExactlyInAnyOrderElementsOf(ids(alerts));
        assertThat(topic.deadLetters()).isEmpty();
        assertThat(settled("stored")).isEqualTo(300);
        assertAccountsBalance();
    }

    @Test
    void showsTheLagOfItsConsumerWhileItRuns() {
        ElasticSink sink = start();
        await().atMost(LONG).untilAsserted(() -> assertThat(lagGauges()).isNotEmpty());

        sink.close();

        assertThat(lagGauges()).isEmpty();
    }

    private Collection<Gauge> lagGauges() {
        return registry.find("kafka.consumer.fetch.manager.records.lag.max").gauges();
    }

    @Test
    void deadLettersExactlyWhatCannotBeStored() throws IOException {
        byte[] notJson = "{\"alertId\": tru".getBytes();
        byte[] notAnAlert =
                "{\"alertId\":\"a\",\"byline\":[],\"themes\":[],\"history\":[],\"latencyMs\":{}}".getBytes();
        topic.publish(alerts(0, 20));
        topic.publish((prefix + "json").getBytes(), notJson);
        topic.publish((prefix + "fields").getBytes(), notAnAlert);
        topic.publish((prefix + "tombstone").getBytes(), null);
        topic.publish(List.of(Samples.unmappable(prefix + "date")));
        topic.publish(alerts(20, 40));
        start();

        awaitAllSettled();

        assertThat(storedIds()).containsExactlyInAnyOrderElementsOf(ids(alerts(0, 40)));
        assertThat(topic.deadLetters())
                .extracting(AlertTopic.Letter::key)
                .containsExactlyInAnyOrder(prefix + "json", prefix + "fields", prefix + "tombstone", prefix + "date");
        assertThat(topic.deadLetters()).allSatisfy(letter -> {
            assertThat(letter.why().topic()).isEqualTo(topic.topics().alerts());
            assertThat(letter.why().stage()).isEqualTo("sink.elastic");
            assertThat(letter.why().cause()).isNotBlank();
        });
        assertThat(settled("dead-lettered")).isEqualTo(4);
        assertAccountsBalance();
    }

    @Test
    void aLetterThatIsTooLargeGoesWithoutItsValue() {
        byte[] almostNineMebibytes = "x".repeat(9 * 1024 * 1024 - 150).getBytes();
        topic.publish((prefix + "large").getBytes(), almostNineMebibytes);
        topic.flush();
        start();

        awaitAllSettled();

        assertThat(topic.deadLetters()).singleElement().satisfies(letter -> {
            assertThat(letter.key()).isEqualTo(prefix + "large");
            assertThat(letter.valueBytes()).isEqualTo(-1);
        });
    }

    @Test
    void sharesTheWorkAndHandsItOverWithoutLossOrRepetition() throws IOException {
        AtomicInteger bulk = new AtomicInteger();
        proxy.faults(() -> bulk.getAndIncrement() % 4 == 0 ? Fault.TOO_MANY : Fault.NONE);
        List<Alert> alerts = new ArrayList<>(alerts(0, 1_000));
        alerts.add(500, Samples.unmappable(prefix + "date"));
        BulkLimits small = new BulkLimits(20, 1 << 20, Duration.ofMillis(5));
        ElasticSink first = start(small);
        Iterator<Alert> rest = alerts.iterator();
        for (int i = 0; i < 4; i++) {
            List<Alert> some = new ArrayList<>();
            while (some.size() < 250 && rest.hasNext()) {
                some.add(rest.next());
            }
            topic.publish(some);
            start(small);
        }
        first.close();
        while (rest.hasNext()) {
            topic.publish(List.of(rest.next()));
        }

        awaitAllSettled();
        sinks.forEach(ElasticSink::close);

        assertThat(storedIds()).containsExactlyInAnyOrderElementsOf(ids(alerts(0, 1_000)));
        assertThat(topic.deadLetters()).hasSize(1);
        assertAccountsBalance();
    }
}
