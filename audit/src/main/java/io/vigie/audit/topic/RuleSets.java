package io.vigie.audit.topic;

import io.vigie.events.RuleSet;
import io.vigie.events.Topics;
import io.vigie.events.json.JsonCodec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        RecordFinder records = new RecordFinder(access);
        List<String> active = new ArrayList<>();
        for (Span span : access.all(topics.themes())) {
            records.forEach(
                    span,
                    record -> Records.decode(codec, record).ifPresent(set -> {
                        published.remove(set.hash());
                        published.put(set.hash(), new Published(set, Instant.ofEpochMilli(record.timestamp())));
                        if (RuleSet.ACTIVE.equals(Records.key(record))) {
                            active.add(set.hash());
                        }
                    }));
        }
        return new RuleSets(List.copyOf(published.values()), active.isEmpty() ? null : active.get(active.size() - 1));
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
