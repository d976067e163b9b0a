package io.vigie.processor.topology;

import io.micrometer.core.instrument.MeterRegistry;
import io.vigie.events.DeadLetter;
import io.vigie.events.kafka.DeadLetterHeaders;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.errors.ProductionExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends to the dead letters what can never be handled, with the bytes that were read, and lets the stream go on; stops
 * the stream where the fault is not the record's (a full disk, a lost permission, no rules), because passing over would
 * lose alerts.
 *
 * <p>Stages are {@code processor.deserialization}, {@code processor.processing} and {@code processor.production}. Kafka
 * Streams makes one instance for each of the three roles and writes the letters in the transaction of the record.
 */
public final class DeadLetterHandler
        implements DeserializationExceptionHandler, ProcessingExceptionHandler, ProductionExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(DeadLetterHandler.class);

    /** Setting under which the handlers find the {@link MeterRegistry} that counts {@code vigie.processor.dead}. */
    public static final String METERS = "vigie.meters";

    private String topic = "";
    private @Nullable MeterRegistry meters;

    /** Takes the topic from {@link StreamsConfig#ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG}. */
    @Override
    public void configure(Map<String, ?> configs) {
        topic = Objects.requireNonNull(
                        configs.get(StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG),
                        StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG)
                .toString();
        meters = configs.get(METERS) instanceof MeterRegistry registry ? registry : null;
    }

    @Override
    public DeserializationExceptionHandler.Response handleError(
            ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception exception) {
        return DeserializationExceptionHandler.Response.resume(
                letter("processor.deserialization", context, exception, record.key(), record.value()));
    }

    @Override
    public ProcessingExceptionHandler.Response handleError(
            ErrorHandlerContext context, Record<?, ?> record, Exception exception) {
        return isTheRecords(exception)
                ? ProcessingExceptionHandler.Response.resume(letter(
                        "processor.processing", context, exception, context.sourceRawKey(), context.sourceRawValue()))
                : ProcessingExceptionHandler.Response.fail();
    }

    private static boolean isTheRecords(Exception exception) {
        return !(exception instanceof NoRulesException || exception instanceof KafkaException);
    }

    @Override
    public ProductionExceptionHandler.Response handleError(
            ErrorHandlerContext context, ProducerRecord<byte[], byte[]> record, Exception exception) {
        if (exception instanceof RetriableException) {
            return ProductionExceptionHandler.Response.retry();
        }
        return exception instanceof RecordTooLargeException
                ? ProductionExceptionHandler.Response.resume(
                        letter("processor.production", context, exception, record.key(), context.sourceRawValue()))
                : ProductionExceptionHandler.Response.fail();
    }

    @Override
    @SuppressWarnings("rawtypes") // The interface's own signature.
    public ProductionExceptionHandler.Response handleSerializationError(
            ErrorHandlerContext context,
            ProducerRecord record,
            Exception exception,
            SerializationExceptionOrigin origin) {
        return ProductionExceptionHandler.Response.resume(
                letter("processor.production", context, exception, context.sourceRawKey(), context.sourceRawValue()));
    }

    private List<ProducerRecord<byte[], byte[]>> letter(
            String stage,
            ErrorHandlerContext context,
            Exception exception,
            byte @Nullable [] key,
            byte @Nullable [] value) {
        DeadLetter letter = new DeadLetter(
                context.topic(),
                context.partition(),
                context.offset(),
                stage,
                exception.getClass().getName(),
                exception.getMessage());
        if (meters != null) {
            meters.counter("vigie.processor.dead", "stage", stage, "topic", context.topic())
                    .increment();
        }
        log.atWarn()
                .addKeyValue("topic", letter.topic())
                .addKeyValue("partition", letter.partition())
                .addKeyValue("offset", letter.offset())
                .addKeyValue("stage", stage)
                .addKeyValue("cause", letter.cause())
                .log("record sent to the dead letters");
        return List.of(DeadLetterHeaders.record(topic, letter, key, value));
    }
}
