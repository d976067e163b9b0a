package io.vigie.processor.story;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The stories of a sliding window, one item at a time: an item is compared with those that share one of its telling clues,
 * never with all. Work for an item and memory are bounded by constants and {@link StorySettings#capacity}. The same items
 * in the same order give the same stories. Not thread-safe.
 */
public final class StoryIndex {

    /** Holders of one clue that are looked at, the latest: what more items share tells little. */
    private static final int MOST_HOLDERS = 48;

    /** Items whose stories are compared, those first with which most is shared. */
    private static final int MOST_CANDIDATES = 32;

    private final StorySettings settings;
    private final Fingerprinter fingerprinter;
    private final Rarity rarity = new Rarity();
    private final Similarity similarity;
    private final Map<String, Held> items = new LinkedHashMap<>();
    private final Map<Long, Deque<String>> holders = new HashMap<>();
    private final Map<String, Story> absorbed = new LinkedHashMap<>();
    private long stories;

    /** An empty index. */
    public StoryIndex(StorySettings settings, Fingerprinter fingerprinter) {
        this.settings = settings;
        this.fingerprinter = fingerprinter;
        this.similarity = new Similarity(settings.window());
    }

    private static final class Held {
        private final Fingerprint item;
        private final Story story;

        Held(Fingerprint item, Story story) {
            this.item = item;
            this.story = story;
        }
    }

    private record Candidate(Story story, double score) {}

    /**
     * Takes one item in. An item that is already there stays in its story.
     *
     * @param at when it was published or, if not stated, detected; {@code null} when neither is known: it is then compared
     *     with items of any age
     * @param language BCP 47; {@code null} when unknown
     */
    public Placement add(String itemId, @Nullable Instant at, @Nullable String language, String headline, String body) {
        return add(fingerprinter.of(itemId, at, language, headline, body));
    }

    Placement add(Fingerprint item) {
        Held known = items.get(item.itemId());
        if (known != null) {
            return new Placement(current(known.story).id(), List.of());
        }
        rarity.count(item);
        Profile profile = new Profile(item, rarity);
        List<Candidate> near = candidates(profile).stream()
                .map(story -> new Candidate(story, story.score(profile, similarity)))
                .filter(candidate -> candidate.score() >= settings.join())
                .sorted(Comparator.comparingDouble(Candidate::score).reversed())
                .toList();
        Story story = near.isEmpty()
                ? new Story(item.itemId(), stories++)
                : near.get(0).story();
        List<String> gone = new ArrayList<>();
        for (Candidate other : near.subList(Math.min(1, near.size()), near.size())) {
            // Asked without the new item: one round-up of the week does not make its events one.
            if (story.score(other.story(), similarity) >= settings.join()) {
                Story elder = story.isElderThan(other.story()) ? story : other.story();
                Story younger = elder == story ? other.story() : story;
                elder.absorb(younger);
                absorbed.put(younger.id(), elder);
                gone.add(younger.id());
                story = elder;
            }
        }
        story.add(profile);
        remember(item, story);
        return new Placement(story.id(), gone);
    }

    /** The story that an id stands for now, merges followed. */
    public String resolve(String storyId) {
        Story elder = absorbed.get(storyId);
        return elder == null ? storyId : current(elder).id();
    }

    private Story current(Story story) {
        Story now = story;
        for (Story elder = absorbed.get(now.id()); elder != null; elder = absorbed.get(now.id())) {
            now = elder;
        }
        return now;
    }

    private Set<Story> candidates(Profile profile) {
        Map<String, Double> sharedBy = new HashMap<>();
        List<Clue> clues = profile.item().clues();
        for (int i = 0; i < clues.size(); i++) {
            Clue clue = clues.get(i);
            Deque<String> ids = clue.kind().telling() ? holders.get(clue.key()) : null;
            if (ids != null) {
                double told = clue.weight() * profile.rarity(i);
                ids.forEach(id -> sharedBy.merge(id, told, Double::sum));
            }
        }
        Set<Story> found = new LinkedHashSet<>();
        sharedBy.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_CANDIDATES)
                .forEach(entry -> {
                    Held held = items.get(entry.getKey());
                    if (held != null) {
                        found.add(current(held.story));
                    }
                });
        return found;
    }

    private void remember(Fingerprint item, Story story) {
        items.put(item.itemId(), new Held(item, story));
        for (Clue clue : item.clues()) {
            if (clue.kind().telling()) {
                Deque<String> ids = holders.computeIfAbsent(clue.key(), key -> new ArrayDeque<>(2));
                ids.addLast(item.itemId());
                if (ids.size() > MOST_HOLDERS) {
                    ids.removeFirst();
                }
            }
        }
        if (items.size() > settings.capacity()) {
            forgetOldest();
        }
    }

    private void forgetOldest() {
        Iterator<Held> oldest = items.values().iterator();
        Fingerprint item = oldest.next().item;
        oldest.remove();
        rarity.forget(item);
        for (Clue clue : item.clues()) {
            Deque<String> ids = holders.get(clue.key());
            if (ids != null) {
                ids.remove(item.itemId());
                if (ids.isEmpty()) {
                    holders.remove(clue.key());
                }
            }
        }
        if (absorbed.size() > settings.capacity()) {
            Iterator<Story> first = absorbed.values().iterator();
            first.next();
            first.remove();
        }
    }
}
