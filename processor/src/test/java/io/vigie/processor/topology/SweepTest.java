package io.vigie.processor.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SweepTest {

    private static final int ENTRIES = 1_500;

    private final KeyValueStore<String, Integer> store = Stores.keyValueStoreBuilder(
                    Stores.inMemoryKeyValueStore("numbers"), Serdes.String(), Serdes.Integer())
            .withLoggingDisabled()
            .build();
    private final Sweep<String, Integer> sweep = new Sweep<>(store);
    private final List<String> seen = new ArrayList<>();

    @BeforeEach
    void fill() {
        store.init(new MockProcessorContext<Void, Void>().getStateStoreContext(), store);
        for (int i = 0; i < ENTRIES; i++) {
            store.put("%04d".formatted(i), i);
        }
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void looksAtEveryEntryOnceAFewAtATime() {
        step();
        assertThat(seen).as("at rest until it is told to begin").isEmpty();

        sweep.begin();
        step();
        assertThat(seen).hasSizeBetween(1, ENTRIES / 2);

        for (int i = 0; i < ENTRIES; i++) {
            step();
        }
        assertThat(seen).hasSize(ENTRIES).doesNotHaveDuplicates();
    }

    @Test
    void beginsAgainFromTheFirstEntry() {
        sweep.begin();
        step();
        List<String> first = List.copyOf(seen);
        seen.clear();

        sweep.begin();
        step();

        assertThat(seen).isEqualTo(first);
    }

    @Test
    void removesReplacesAndLeaves() {
        sweep.begin();
        for (int i = 0; i < ENTRIES; i++) {
            sweep.advance((key, number) -> number % 3 == 0 ? null : number % 3 == 1 ? Integer.valueOf(-1) : number);
        }

        List<Integer> left = new ArrayList<>();
        try (KeyValueIterator<String, Integer> all = store.all()) {
            all.forEachRemaining(entry -> left.add(entry.value));
        }
        assertThat(left).hasSize(ENTRIES / 3 * 2).allMatch(number -> number == -1 || number % 3 == 2);
    }

    private void step() {
        sweep.advance((key, number) -> {
            seen.add(key);
            return number;
        });
    }
}
