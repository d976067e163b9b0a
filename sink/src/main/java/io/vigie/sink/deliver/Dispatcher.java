package io.vigie.sink.deliver;

import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import io.vigie.events.Delivery;
import io.vigie.events.Notice;
import io.vigie.events.kafka.EventSerde;
import io.vigie.sink.StopSignal;
import io.vigie.sink.Supervisor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the outbox and sends what is due. All records of a channel are in one partition, so that one instance at a time
 * speaks to it and its rate holds for all instances together.
 *
 * <p>An attempt stands in the ledger before it is made; the offset of a notice is given back after its outcome stands
 * there. Whoever takes over therefore knows which messages may have arrived.
 */
final class Dispatcher implements Supervisor.Session, ConsumerRebalanceListener {

    private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);
    private static final EventSerde<Notice> NOTICES = EventSerde.of(Notice.class);
    private static final Duration POLL = Duration.ofMillis(50);
    private static final Duration HOUSEKEEPING = Duration.ofSeconds(1);
    private static final Duration COMMIT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration FAREWELL = Duration.ofSeconds(3);

    /** Notices of a partition that wait at most; beyond that, reading pauses. */
    private static final int MOST_OPEN = 20_000;

    private final DeliverSettings settings;
    private final DeliverMeters meters;
    private final DeliverHealth health;
    private final Clock clock;
    private final Map<String, Channel> channels;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final KafkaClientMetrics consumerMetrics;
    private final HttpCourier http;
    private final MailCourier mail;
    private final Map<TopicPartition, Lane> lanes = new HashMap<>();
    private final Map<TopicPartition, Ledger> ledgers = new HashMap<>();
    private final BlockingQueue<Answered> answers = new LinkedBlockingQueue<>();
    private final Map<TopicPartition, Long> committed = new HashMap<>();
    private Instant nextHousekeeping = Instant.MIN;

    /** What came of a message, on its way from the courier's thread to ours. */
    private record Answered(Lane lane, String channel, Instant sentAt, Answer answer) {}

    Dispatcher(DeliverSettings settings, DeliverMeters meters, DeliverHealth health, Clock clock) {
        this.settings = settings;
        this.meters = meters;
        this.health = health;
        this.clock = clock;
        this.channels =
                settings.channels().stream().collect(Collectors.toUnmodifiableMap(Channel::id, Function.identity()));
        Map<String, Object> reading = new HashMap<>(settings.kafka());
        reading.put("group.id", settings.topics().prefix() + "deliver-dispatcher");
        reading.put("enable.auto.commit", false);
        reading.put("auto.offset.reset", "earliest");
        reading.put("isolation.level", "read_committed");
        // An instance that is gone is missed within seconds: its alerts are urgent.
        reading.put("session.timeout.ms", 10_000);
        reading.put("partition.assignment.strategy", List.of(CooperativeStickyAssignor.class));
        this.consumer = new KafkaConsumer<>(reading, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.consumerMetrics = meters.show(consumer);
        this.http = new HttpCourier(clock);
        this.mail = new MailCourier();
    }

    @Override
    public void run(StopSignal stop) throws InterruptedException {
        consumer.subscribe(List.of(settings.topics().outbox()), this);
        health.dispatcherIs(null);
        while (!stop.isRaised()) {
            read();
            takeAnswers();
            lanes.forEach(this::send);
            keepHouse();
        }
        finishWithin(FAREWELL);
    }

    private void read() {
        for (ConsumerRecord<byte[], byte[]> consumed : consumer.poll(POLL)) {
            Lane lane = lanes.get(new TopicPartition(consumed.topic(), consumed.partition()));
            if (lane != null) {
                offer(lane, consumed);
            }
        }
        lanes.forEach((partition, lane) -> {
            boolean full = lane.open() > MOST_OPEN;
            // A backlog that is full has the oldest records, and the messages left open were made of those.
            lane.reached(full ? Long.MAX_VALUE : consumer.position(partition), clock.instant());
            if (full) {
                consumer.pause(List.of(partition));
            } else {
                consumer.resume(List.of(partition));
            }
        });
    }

    private void offer(Lane lane, ConsumerRecord<byte[], byte[]> consumed) {
        try {
            Notice notice = NOTICES.deserialize(consumed.topic(), consumed.value());
            if (notice != null) {
                lane.offer(notice, consumed.offset(), clock.instant());
                return;
            }
        } catch (SerializationException | NullPointerException e) {
            log.atError()
                    .addKeyValue("partition", consumed.partition())
                    .addKeyValue("offset", consumed.offset())
                    .log("unreadable record in the outbox skipped");
        }
        meters.malformed();
        lane.skip(consumed.offset());
    }

    /** Writes down what happened and what is about to, and only then sends. */
    private void send(TopicPartition partition, Lane lane) {
        Instant now = clock.instant();
        List<Lane.Dispatch> due = lane.due(now);
        writeDown(partition, lane);
        for (Lane.Dispatch dispatch : due) {
            Channel channel = dispatch.channel();
            Payload payload = MessageFormat.of(channel.kind())
                    .render(channel, dispatch.outgoing().bulletin(), now);
            Consumer<Answer> taken = answer -> answers.add(new Answered(lane, channel.id(), now, answer));
            if (payload instanceof Payload.Post post) {
                http.send(channel, post, taken);
            } else if (payload instanceof Payload.Mail letter) {
                mail.send(channel, letter, taken);
            }
        }
    }

    private void writeDown(TopicPartition partition, Lane lane) {
        List<Delivery> lines = lane.takeLines();
        Ledger ledger = ledgers.get(partition);
        if (!lines.isEmpty() && ledger != null) {
            ledger.write(lines);
            lines.forEach(this::report);
        }
    }

    private void report(Delivery line) {
        meters.line(line);
        log.atInfo()
                .addKeyValue("channel", line.channel())
                .addKeyValue("message", line.id())
                .addKeyValue("state", line.state())
                .addKeyValue("alerts", line.notices().size())
                .addKeyValue("reason", line.reason())
                .log("delivery");
    }

    private void takeAnswers() {
        for (Answered answered = answers.poll(); answered != null; answered = answers.poll()) {
            take(answered);
        }
    }

    /** The answer to a message of a partition that was given away concerns whoever has it now. */
    private void take(Answered answered) {
        if (lanes.containsValue(answered.lane())) {
            Instant now = clock.instant();
            answered.lane()
                    .answered(answered.channel(), answered.answer(), Duration.between(answered.sentAt(), now), now);
        }
    }

    private void keepHouse() {
        Instant now = clock.instant();
        if (now.isBefore(nextHousekeeping)) {
            return;
        }
        nextHousekeeping = now.plus(HOUSEKEEPING);
        lanes.values().forEach(lane -> lane.expire(now));
        lanes.forEach(this::writeDown);
        commit();
        health.channelsAre(lanes.values().stream().flatMap(Lane::channels).toList());
    }

    private void commit() {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        lanes.forEach((partition, lane) -> {
            Long offset = lane.committable();
            if (offset != null && !offset.equals(committed.get(partition))) {
                offsets.put(partition, new OffsetAndMetadata(offset));
            }
        });
        if (offsets.isEmpty()) {
            return;
        }
        try {
            consumer.commitSync(offsets, COMMIT_TIMEOUT);
            offsets.forEach((partition, offset) -> committed.put(partition, offset.offset()));
        } catch (CommitFailedException | RebalanceInProgressException | RetriableException e) {
            log.atInfo().addKeyValue("reason", e.getClass().getSimpleName()).log("commit waits");
        }
    }

    /** Gives messages on their way a moment to be answered, so that nobody has to repeat them. */
    private void finishWithin(Duration longest) throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        while (lanes.values().stream().anyMatch(Lane::isSending)) {
            Answered answered = answers.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (answered == null) {
                break;
            }
            take(answered);
        }
        lanes.forEach(this::writeDown);
        commit();
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        for (TopicPartition partition : partitions) {
            Ledger ledger = new Ledger(
                    settings.kafka(), new TopicPartition(settings.topics().deliveryLedger(), partition.partition()));
            ledgers.put(partition, ledger);
            List<Delivery> lines = ledger.open(clock.instant().minus(Memory.ALERTS));
            long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
            lanes.put(partition, new Lane(channels, lines, end));
        }
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        try {
            if (!partitions.isEmpty()) {
                finishWithin(FAREWELL);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        onPartitionsLost(partitions);
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
        for (TopicPartition partition : partitions) {
            lanes.remove(partition);
            committed.remove(partition);
            Ledger ledger = ledgers.remove(partition);
            if (ledger != null) {
                ledger.close();
            }
        }
    }

    @Override
    public void close() {
        consumerMetrics.close();
        try {
            consumer.close(CloseOptions.timeout(Duration.ofSeconds(3)));
        } finally {
            http.close();
            mail.close();
            ledgers.values().forEach(Ledger::close);
        }
    }
}
