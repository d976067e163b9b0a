package io.vigie.processor.story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The stories of a sliding window, one item at a time: an item is compared with those that share one of its
 * {@linkplain Fingerprint#routes() routes}, never with all. An index can be divided: a part holds the items that have one of
 * its routes, and knows what these say; {@link Placement} makes one answer of what the parts say. The same items in the same
 * order give the same answers. Not thread-safe.
 */
public final class StoryIndex {

    /** Holders of one route that are looked at, the latest: what more items share tells little. */
    private static final int MOST_HOLDERS = 48;

    /** Items whose stories are compared, those first with which most is shared. */
    private static final int MOST_CANDIDATES = 32;

    /** Merges followed in a row before something must be wrong. */
    private static final int LONGEST_CHAIN = 1_000;

    private final StorySettings settings;
    private final StoryMemory memory;
    private final Rarity rarity = new Rarity();
    private final Similarity similarity;

    /** Nothing is read before {@link #recall()}. */
    public StoryIndex(StorySettings settings, StoryMemory memory) {
        this.settings = settings;
        this.memory = memory;
        this.similarity = new Similarity(settings.window());
    }

    private record Candidate(KnownStory story, double score) {}

    /** Counts what the memory holds already, once, before the first item. */
    public void recall() {
        memory.forEachItem(placed -> rarity.count(placed.profile().item()));
    }

    /**
     * Takes one item in. An item that is already there stays in its story.
     *
     * @param age smaller than that of items that came later
     * @param mine which routes belong to this part of the index
     */
    public Sighting add(Fingerprint item, long age, LongPredicate mine) {
        Placed known = memory.item(item.itemId());
        if (known != null) {
            KnownStory story = current(known.storyId());
            return new Sighting(
                    List.of(new Sighting.Near(
                            story == null ? known.storyId() : story.id(), story == null ? age : story.age(), 1)),
                    List.of());
        }
        rarity.count(item);
        try {
            return place(new Profile(item, rarity), age, mine);
        } catch (RuntimeException e) {
            rarity.forget(item);
            throw e;
        }
    }

    private Sighting place(Profile profile, long age, LongPredicate mine) {
        long[] routes =
                java.util.Arrays.stream(profile.item().routes()).filter(mine).toArray();
        List<Candidate> near = candidates(profile, routes).stream()
                .map(story -> new Candidate(story, score(profile, story)))
                .filter(candidate -> candidate.score() >= settings.join())
                .sorted(Comparator.comparingDouble(Candidate::score)
                        .reversed()
                        .thenComparing(candidate -> candidate.story().id()))
                .toList();
        List<Merge> merges = new ArrayList<>();
        List<Sighting.Near> seen = new ArrayList<>();
        KnownStory story = near.isEmpty()
                ? KnownStory.opened(profile.item().itemId(), age)
                : near.get(0).story();
        for (Candidate other : near.subList(Math.min(1, near.size()), near.size())) {
            // Asked without the new item: one round-up of the week does not make its events one.
            if (score(story, other.story()) >= settings.join()) {
                boolean goesOn = isElder(story, other.story());
                KnownStory younger = goesOn ? other.story() : story;
                story = absorb(goesOn ? story : other.story(), younger);
                merges.add(new Merge(younger.id(), story.id(), story.age()));
            } else {
                seen.add(new Sighting.Near(other.story().id(), other.story().age(), other.score()));
            }
        }
        if (!near.isEmpty()) {
            seen.add(0, new Sighting.Near(story.id(), story.age(), near.get(0).score()));
        }
        remember(profile, story, routes);
        return new Sighting(seen, merges);
    }

    /** Two stories are one, as another part of the index found out. */
    public void merge(Merge merge) {
        KnownStory younger = current(merge.younger());
        KnownStory elder = current(merge.elder());
        if (younger == null) {
            return; // Nothing that this part ever answers has this id.
        }
        if (elder == null) {
            elder = KnownStory.opened(merge.elder(), merge.elderAge()); // Told elsewhere until now.
        }
        if (!elder.id().equals(younger.id())) {
            boolean turned = isElder(younger, elder); // Merged meanwhile into one that is elder still.
            absorb(turned ? younger : elder, turned ? elder : younger);
        }
    }

    /** The story that an id stands for now, merges followed; the id itself when it is not known. */
    public String resolve(String storyId) {
        KnownStory story = current(storyId);
        return story == null ? storyId : story.id();
    }

    /** Lets go of everything older than that, bit by bit when the memory holds much: see {@link StoryMemory#forgetBefore}. */
    public void forgetBefore(Instant horizon) {
        memory.forgetBefore(
                horizon.toEpochMilli(), placed -> rarity.forget(placed.profile().item()));
    }

    private @Nullable KnownStory current(String storyId) {
        KnownStory story = memory.story(storyId);
        for (int i = 0; story != null && story.elder() != null; i++) {
            if (i > LONGEST_CHAIN) {
                throw new IllegalStateException("story " + storyId + " was merged in a circle");
            }
            story = memory.story(story.elder());
        }
        return story;
    }

    private static boolean isElder(KnownStory one, KnownStory other) {
        int order = Long.compare(one.age(), other.age());
        return (order == 0 ? one.id().compareTo(other.id()) : order) < 0;
    }

    private KnownStory absorb(KnownStory elder, KnownStory younger) {
        KnownStory grown = elder.with(younger.speakers(), younger.lastAt());
        memory.putStory(grown);
        memory.putStory(younger.mergedInto(elder.id()));
        return grown;
    }

    private List<KnownStory> candidates(Profile profile, long[] routes) {
        Map<String, Double> sharedBy = new HashMap<>();
        ClueList clues = profile.item().columns();
        for (int i = 0; i < clues.size(); i++) {
            if (contains(routes, clues.key(i))) {
                double told = profile.told(i);
                memory.holders(clues.key(i)).forEach(holder -> sharedBy.merge(holder.itemId(), told, Double::sum));
            }
        }
        Map<String, KnownStory> found = new LinkedHashMap<>();
        sharedBy.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_CANDIDATES)
                .map(entry -> memory.item(entry.getKey()))
                .filter(Objects::nonNull)
                .map(placed -> current(placed.storyId()))
                .filter(Objects::nonNull)
                .forEach(story -> found.putIfAbsent(story.id(), story));
        return List.copyOf(found.values());
    }

    private static boolean contains(long[] routes, long key) {
        for (long route : routes) {
            if (route == key) {
                return true;
            }
        }
        return false;
    }

    /** Nearest and average link by halves: a chain of near items must not lead from one event to the next. */
    private double score(Profile item, KnownStory story) {
        double nearest = 0;
        double sum = 0;
        int speakers = 0;
        for (String id : story.speakers()) {
            Placed speaker = memory.item(id);
            if (speaker != null) {
                double score = similarity.of(item, speaker.profile());
                nearest = Math.max(nearest, score);
                sum += score;
                speakers++;
            }
        }
        return speakers == 0 ? 0 : (nearest + sum / speakers) / 2;
    }

    /** Average of what the items of one story score in the other. */
    private double score(KnownStory story, KnownStory other) {
        return other.speakers().stream()
                .map(memory::item)
                .filter(Objects::nonNull)
                .mapToDouble(speaker -> score(speaker.profile(), story))
                .average()
                .orElse(0);
    }

    private void remember(Profile profile, KnownStory story, long[] routes) {
        Fingerprint item = profile.item();
        Instant at = item.at();
        memory.putItem(new Placed(profile, story.id()));
        memory.putStory(story.with(List.of(item.itemId()), at == null ? Long.MAX_VALUE : at.toEpochMilli()));
        Holder self = new Holder(item.itemId(), at == null ? Long.MAX_VALUE : at.toEpochMilli());
        for (long route : routes) {
            List<Holder> holders = new ArrayList<>(memory.holders(route));
            holders.add(self);
            memory.putHolders(route, holders.subList(Math.max(0, holders.size() - MOST_HOLDERS), holders.size()));
        }
    }
}
