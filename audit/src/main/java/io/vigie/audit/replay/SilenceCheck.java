package io.vigie.audit.replay;

import io.vigie.audit.topic.RecordFinder;
import io.vigie.audit.topic.Span;
import io.vigie.audit.topic.TopicAccess;
import io.vigie.events.DeadLetter;
import io.vigie.events.Novelty;
import io.vigie.events.PressItem;
import io.vigie.events.Topics;
import io.vigie.events.json.JsonCodec;
import io.vigie.events.kafka.DeadLetterHeaders;
import io.vigie.processor.novelty.KnownItem;
import io.vigie.processor.novelty.NoveltyStep;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Why did an item leave no record? Because it was a duplicate, which the {@link NoveltyStep} of production says when it is
 * given everything that the topic has under the same id; because it stands among the dead letters; or because it was
 * lost, or production has not come so far yet.
 */
final class SilenceCheck {

    private final TopicAccess access;
    private final Topics topics;
    private final JsonCodec<PressItem> items = JsonCodec.of(PressItem.class);

    SilenceCheck(TopicAccess access, Topics topics) {
        this.access = access;
        this.topics = topics;
    }

    /** Hears what became of each. */
    interface Findings {
        void duplicate(Silent item);

        void deadLetter(Silent item);

        void unexplained(Silent item);
    }

    void explain(List<Silent> silent, Findings findings) {
        if (silent.isEmpty()) {
            return;
        }
        Set<Silent> duplicates = duplicates(silent);
        Set<String> letters = deadLetters();
        for (Silent item : silent) {
            if (duplicates.contains(item)) {
                findings.duplicate(item);
            } else if (letters.contains(place(item.partition(), item.offset()))) {
                findings.deadLetter(item);
            } else {
                findings.unexplained(item);
            }
        }
    }

    private Set<Silent> duplicates(List<Silent> silent) {
        Set<Silent> found = new HashSet<>();
        Map<Integer, List<Silent>> byPartition = silent.stream().collect(Collectors.groupingBy(Silent::partition));
        for (Span all : access.all(topics.pressItems())) {
            List<Silent> here = byPartition.getOrDefault(all.partition(), List.of());
            long last = here.stream().mapToLong(Silent::offset).max().orElse(-1);
            if (last >= 0) {
                judge(new Span(all.topic(), all.partition(), all.from(), last + 1), here, found);
            }
        }
        return found;
    }

    private void judge(Span span, List<Silent> silent, Set<Silent> found) {
        Map<Long, Silent> wanted = silent.stream().collect(Collectors.toMap(Silent::offset, Function.identity()));
        Set<String> ids = silent.stream().map(item -> String.valueOf(item.id())).collect(Collectors.toSet());
        Map<String, KnownItem> known = new HashMap<>();
        new RecordFinder(access).forEach(span, record -> {
            String id = record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
            if (ids.contains(id) && record.value() != null) {
                NoveltyStep.Verdict verdict = NoveltyStep.judge(known.get(id), items.decode(record.value()));
                if (verdict.novelty() == Novelty.DUPLICATE) {
                    Silent item = wanted.get(record.offset());
                    if (item != null) {
                        found.add(item);
                    }
                } else {
                    known.put(id, verdict.known());
                }
            }
        });
    }

    private Set<String> deadLetters() {
        Set<String> places = new HashSet<>();
        for (Span span : access.all(topics.deadLetters())) {
            new RecordFinder(access)
                    .forEach(
                            span,
                            record -> DeadLetterHeaders.read(record.headers())
                                    .filter(letter -> letter.topic().equals(topics.pressItems()))
                                    .map((DeadLetter letter) -> place(letter.partition(), letter.offset()))
                                    .ifPresent(places::add));
        }
        return places;
    }

    private static String place(int partition, long offset) {
        return partition + ":" + offset;
    }
}
