package io.vigie.sink.elastic;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.events.Alert;
import io.vigie.events.kafka.EventSerde;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class SettlementTest {

    private static Entry entry(int partition, long offset) {
        byte[] value = EventSerde.of(Alert.class).serialize("alerts", Samples.alert(partition + "-" + offset));
        return Entry.of(new ConsumerRecord<>("alerts", partition, offset, new byte[0], value));
    }

    private static Entry decided(int partition, long offset, Verdict verdict) {
        Entry entry = entry(partition, offset);
        entry.decide(verdict);
        return entry;
    }

    @Test
    void givesBackWhatStandsBeforeTheFirstOpenEntryOfAPartition() {
        Entry rejectedBefore = decided(0, 6, new Verdict.Rejected("why", "because"));
        Entry open = entry(0, 7);
        Entry storedBehind = decided(0, 8, Verdict.STORED);
        Entry elsewhere = decided(1, 40, Verdict.STALE);

        Settlement settlement =
                Settlement.of(List.of(decided(0, 5, Verdict.STORED), rejectedBefore, elsewhere, open, storedBehind));

        assertThat(settlement.offsets())
                .isEqualTo(Map.of(
                        new TopicPartition("alerts", 0), new OffsetAndMetadata(7),
                        new TopicPartition("alerts", 1), new OffsetAndMetadata(41)));
        assertThat(settlement.rejected()).containsExactly(rejectedBefore);
        assertThat(settlement.open()).containsExactly(open, storedBehind);
    }

    @Test
    void aRejectionBehindAnOpenEntryWaits() {
        Settlement settlement =
                Settlement.of(List.of(entry(0, 1), decided(0, 2, new Verdict.Rejected("why", "because"))));

        assertThat(settlement.offsets()).isEmpty();
        assertThat(settlement.rejected()).isEmpty();
    }

    @Test
    void whatIsNoAlertIsRejectedFromTheStart() {
        Entry entry = Entry.of(new ConsumerRecord<>("alerts", 0, 1, new byte[0], "nonsense".getBytes()));

        assertThat(entry.verdict()).isInstanceOf(Verdict.Rejected.class);
    }
}
