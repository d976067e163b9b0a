package io.vigie.processor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.events.DeadLetter;
import io.vigie.events.kafka.DeadLetterHeaders;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class RefusalLettersTest {

    private final MockProducer<byte[], byte[]> producer =
            new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());

    @Test
    void aLetterHoldsTheRefusedRecordAndTheReason() {
        DeadLetter why = new DeadLetter("vigie.themes", 0, 3, "processor.rules", "SomeException", "theme x fails");
        try (RefusalLetters letters = new RefusalLetters("vigie.dead-letters", producer)) {
            letters.refused(why, "{}".getBytes(UTF_8));
        }
        assertThat(producer.history()).hasSize(1);
        ProducerRecord<byte[], byte[]> sent = producer.history().get(0);
        assertThat(sent.topic()).isEqualTo("vigie.dead-letters");
        assertThat(sent.key()).isEqualTo("active".getBytes(UTF_8));
        assertThat(sent.value()).isEqualTo("{}".getBytes(UTF_8));
        assertThat(DeadLetterHeaders.read(sent.headers())).contains(why);
        assertThat(producer.closed()).isTrue();
    }
}
