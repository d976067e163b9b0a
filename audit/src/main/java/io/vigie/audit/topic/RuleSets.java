package io.vigie.audit.topic;

import io.vigie.events.RuleSet;
import io.vigie.events.Topics;
import io.vigie.events.json.JsonCodec;
import io.vigie.events.json.MalformedEventException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Every rule set that was ever published, by its hash, and the one in force.
 *
 * @param published in the order of the topic, oldest first
 * @param active hash of the set in force; absent when none is
 */
public record RuleSets(List<Published> published, @Nullable String active) {

    private static final int SHORTEST_ABBREVIATION = 6;

    public RuleSets {
        published = List.copyOf(published);
    }

    /**
     * One of them.
     *
     * @param set text and hash
     * @param at when it was put on the topic last: a restart with the same rules publishes them again
     */
    public record Published(RuleSet set, Instant at) {}

    /** Reads the topic; records that are no rule set are passed over, because the processor refuses them too. */
    public static RuleSets read(TopicAccess access, Topics topics) {
        JsonCodec<RuleSet> codec = JsonCodec.of(RuleSet.class);
        Map<String, Published> published = new LinkedHashMap<>();
        String active = null;
        for (Span span : access.all(topics.themes())) {
            try (SpanReader reader = access.read(span)) {
                for (List<ConsumerRecord<byte[], byte[]>> records = reader.next();
                        !records.isEmpty();
                        records = reader.next()) {
                    for (ConsumerRecord<byte[], byte[]> record : records) {
                        Optional<RuleSet> set = decode(codec, record);
                        if (set.isPresent()) {
                            String hash = set.get().hash();
                            published.remove(hash);
                            published.put(hash, new Published(set.get(), Instant.ofEpochMilli(record.timestamp())));
                            if (record.key() != null
                                    && RuleSet.ACTIVE.equals(new String(record.key(), StandardCharsets.UTF_8))) {
                                active = hash;
                            }
                        }
                    }
                }
            }
        }
        return new RuleSets(List.copyOf(published.values()), active);
    }

    private static Optional<RuleSet> decode(JsonCodec<RuleSet> codec, ConsumerRecord<byte[], byte[]> record) {
        try {
            return record.value() == null ? Optional.empty() : Optional.of(codec.decode(record.value()));
        } catch (MalformedEventException e) {
            return Optional.empty();
        }
    }

    /**
     * The set of a hash.
     *
     * @param hash 64 hex digits, or the first of them, at least six, when they name one set only
     */
    public Optional<RuleSet> find(String hash) {
        if (hash.length() < SHORTEST_ABBREVIATION) {
            return Optional.empty();
        }
        List<RuleSet> found = published.stream()
                .map(Published::set)
                .filter(set -> set.hash().startsWith(hash))
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }
}
