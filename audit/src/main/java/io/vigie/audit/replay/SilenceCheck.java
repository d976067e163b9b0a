package io.vigie.audit.replay;

import io.vigie.audit.topic.RecordFinder;
import io.vigie.audit.topic.Records;
import io.vigie.audit.topic.Span;
import io.vigie.audit.topic.TopicAccess;
import io.vigie.events.ClassifiedItem;
import io.vigie.events.DeadLetter;
import io.vigie.events.Novelty;
import io.vigie.events.PressItem;
import io.vigie.events.Topics;
import io.vigie.events.json.JsonCodec;
import io.vigie.events.kafka.DeadLetterHeaders;
import io.vigie.processor.novelty.KnownItem;
import io.vigie.processor.novelty.NoveltyStep;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Why did an item leave no record? Because it was a duplicate, which the {@link NoveltyStep} of production says when it is
 * given everything that the topic has under the same id; because it stands among the dead letters; because production
 * has not come so far yet, or holds it back for a few seconds until its story is known; or because it was lost.
 */
final class SilenceCheck {

    /** An item waits for its story for three seconds at most, and clocks differ. */
    private static final long MOST_WAITING_MILLIS = 30_000;

    /** Among so many of the newest records stands the one that was judged last. */
    private static final long NEWEST = 200;

    private final TopicAccess access;
    private final Topics topics;
    private final JsonCodec<PressItem> items = JsonCodec.of(PressItem.class);
    private final JsonCodec<ClassifiedItem> classified = JsonCodec.of(ClassifiedItem.class);

    SilenceCheck(TopicAccess access, Topics topics) {
        this.access = access;
        this.topics = topics;
    }

    /**
     * Counts those whose silence is explained.
     *
     * @return the others, which were lost
     */
    List<Silent> explain(List<Silent> silent, TotalsCounter counter) {
        Set<Silent> duplicates = duplicates(silent);
        Set<String> letters = deadLetters();
        Map<Integer, Long> judged = newestJudgements();
        List<Silent> lost = new ArrayList<>();
        for (Silent item : silent) {
            if (duplicates.contains(item)) {
                counter.duplicate();
            } else if (letters.contains(place(item.partition(), item.offset()))) {
                counter.deadLetter();
            } else if (item.last()
                    || judged.getOrDefault(item.partition(), 0L) - item.writtenAt() < MOST_WAITING_MILLIS) {
                counter.pending();
            } else {
                lost.add(item);
            }
        }
        return lost;
    }

    /** When production judged last, by partition of the items, milliseconds since 1970. */
    private Map<Integer, Long> newestJudgements() {
        Map<Integer, Long> newest = new HashMap<>();
        for (Span all : access.all(topics.classifiedItems())) {
            Span end = new Span(all.topic(), all.partition(), Math.max(all.from(), all.to() - NEWEST), all.to());
            new RecordFinder(access)
                    .forEach(
                            end,
                            record -> Records.decode(classified, record)
                                    .ifPresent(item -> newest.merge(
                                            item.provenance().partition(),
                                            item.classifiedAt().toEpochMilli(),
                                            Math::max)));
        }
        return newest;
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
            String id = Records.key(record);
            if (ids.contains(id)) {
                Records.decode(items, record).ifPresent(item -> {
                    NoveltyStep.Verdict verdict = NoveltyStep.judge(known.get(id), item);
                    Silent silence = wanted.get(record.offset());
                    if (verdict.novelty() != Novelty.DUPLICATE) {
                        known.put(id, verdict.known());
                    } else if (silence != null) {
                        found.add(silence);
                    }
                });
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
