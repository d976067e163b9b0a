package io.vigie.sink.elastic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class EntryBufferTest {

    private final EntryBuffer buffer = new EntryBuffer(new BulkLimits(3, 100, Duration.ofNanos(50)));

    private static Entry entry(int partition, long offset, int bytes) {
        return Entry.of(new ConsumerRecord<>(
                "alerts",
                partition,
                offset,
                0L,
                TimestampType.CREATE_TIME,
                0,
                bytes,
                new byte[0],
                new byte[bytes],
                new RecordHeaders(),
                Optional.empty()));
    }

    @Test
    void isDueByCountBySizeOrByTime() {
        assertThat(buffer.isDue(Long.MAX_VALUE)).isFalse();
        buffer.add(entry(0, 0, 10), 1_000);
        assertThat(buffer.isDue(1_049)).isFalse();
        assertThat(buffer.isDue(1_050)).isTrue();
        buffer.add(entry(0, 1, 10), 1_001);
        buffer.add(entry(0, 2, 10), 1_002);
        assertThat(buffer.isDue(1_002)).isTrue();
        buffer.take();
        buffer.add(entry(0, 3, 100), 2_000);
        assertThat(buffer.isDue(2_000)).isTrue();
    }

    @Test
    void aLargeEntryGoesAlone() {
        Entry small = entry(0, 0, 10);
        Entry large = entry(0, 1, 500);
        buffer.add(small, 0);
        buffer.add(large, 0);

        assertThat(buffer.take()).containsExactly(small);
        assertThat(buffer.take()).containsExactly(large);
        assertThat(buffer.isEmpty()).isTrue();
    }

    @Test
    void isFullWhenTwoBulksWait() {
        buffer.add(entry(0, 0, 150), 0);
        assertThat(buffer.isFull()).isFalse();
        buffer.add(entry(0, 1, 50), 0);
        assertThat(buffer.isFull()).isTrue();
    }

    @Test
    void keepsOrderWhenEntriesComeBack() {
        for (int i = 0; i < 5; i++) {
            buffer.add(entry(0, i, 1), 0);
        }
        List<Entry> taken = buffer.take();
        buffer.putBack(taken);

        assertThat(buffer.take()).isEqualTo(taken);
        assertThat(buffer.take()).extracting(Entry::offset).containsExactly(3L, 4L);
    }

    @Test
    void forgetsWhatBelongsToOthers() {
        buffer.add(entry(0, 0, 1), 0);
        buffer.add(entry(1, 0, 1), 0);
        buffer.add(entry(0, 1, 1), 0);

        assertThat(buffer.drop(List.of(new TopicPartition("alerts", 0)))).isEqualTo(2);
        assertThat(buffer.take())
                .singleElement()
                .satisfies(left -> assertThat(left.partition().partition()).isOne());
    }
}
