package io.vigie.processor.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Counter;
import io.vigie.events.PressItem;
import io.vigie.events.kafka.DeadLetterHeaders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Consumed = classified + duplicate + dead-lettered. */
class AccountTest {

    private final Bench bench = new Bench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void everyItemIsClassifiedOrADuplicateOrADeadLetter() {
        PressItem item = Items.of("a", "en", "arms", "One.");
        bench.publish(item);
        bench.publish(item);
        bench.publish(Items.of("a", "en", "arms", "One, edited."));
        bench.publish(Items.of("a", "en", "arms", "").withdrawn(Items.PUBLISHED.plusSeconds(9)));
        bench.publish(Items.of("b", "en", "explode", "A fault in one item."));
        bench.publishBytes("c", "{not json".getBytes(UTF_8));
        bench.publish(Items.of("d", "en", "no theme", "Two."));

        double duplicates = bench.meters()
                .counter("vigie.processor.items", "novelty", "duplicate")
                .count();
        double dead = bench.meters().find("vigie.processor.dead").counters().stream()
                .mapToDouble(Counter::count)
                .sum();
        assertThat(bench.meters().counter("vigie.processor.classified").count()).isEqualTo(4);
        assertThat(duplicates).isEqualTo(1);
        assertThat(dead).isEqualTo(2);
        assertThat(bench.deadLetters().readRecordsToList())
                .extracting(letter ->
                        DeadLetterHeaders.read(letter.headers()).orElseThrow().stage())
                .containsExactly("processor.processing", "processor.deserialization");
    }
}
