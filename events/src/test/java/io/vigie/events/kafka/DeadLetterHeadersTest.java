package io.vigie.events.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.events.DeadLetter;
import java.time.Instant;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class DeadLetterHeadersTest {

    private static final DeadLetter LETTER = new DeadLetter(
            "vigie.press-items", 3, 42, "processor.deserialization", "SerializationException", "pas JSON");

    @Test
    void readsBackWhatItWroteBesideTheOriginalBytes() {
        byte[] poison = {0, 1, 2};
        var letter = DeadLetterHeaders.record("vigie.dead-letters", LETTER, null, poison);
        assertThat(letter.value()).isSameAs(poison);
        assertThat(DeadLetterHeaders.read(letter.headers())).contains(LETTER);
    }

    @Test
    void cutsALongMessage() {
        var endless = new DeadLetter("t", 0, 0, "s", "c", "x".repeat(100_000));
        var letter = DeadLetterHeaders.record("d", endless, null, null);
        assertThat(letter.headers().lastHeader("vigie_message").value()).hasSize(2_000);
    }

    @Test
    void otherHeadersAreNoDeadLetter() {
        var headers = new RecordHeaders();
        new CloudEventHeaders("1", "/vigie/ingest", "io.vigie.press-item.v1", Instant.EPOCH).writeTo(headers);
        assertThat(DeadLetterHeaders.read(headers)).isEmpty();
    }

    @Test
    void cloudEventAttributesReplaceEarlierOnes() {
        var headers = new RecordHeaders();
        new CloudEventHeaders("1", "/a", "t", Instant.EPOCH).writeTo(headers);
        new CloudEventHeaders("2", "/a", "t", Instant.EPOCH).writeTo(headers);
        assertThat(headers.headers("ce_id"))
                .extracting(h -> new String(h.value(), UTF_8))
                .containsExactly("2");
        assertThat(headers.lastHeader("ce_time").value()).isEqualTo("1970-01-01T00:00:00Z".getBytes(UTF_8));
    }
}
