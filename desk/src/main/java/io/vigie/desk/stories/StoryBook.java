package io.vigie.desk.stories;

import io.vigie.events.Divergence;
import io.vigie.events.Story;
import io.vigie.events.json.JsonCodec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** The stories that were told last, and where their editions diverge. Thread-safe. */
public final class StoryBook {

    /** How far back divergences are read. */
    public static final Duration BACK = Duration.ofDays(90);

    private static final JsonCodec<Story> STORIES = JsonCodec.of(Story.class);
    private static final JsonCodec<Divergence> DIVERGENCES = JsonCodec.of(Divergence.class);
    private static final int MOST_STORIES = 30_000;
    private static final int MOST_DIVERGENCES = 10_000;
    private static final int MOST_MERGERS = 50;

    private final Map<String, Story> stories = new LinkedHashMap<>();
    private final Map<String, Divergence> divergences = new LinkedHashMap<>();

    /** Takes a record of {@code vigie.stories}. */
    public synchronized void readStory(ConsumerRecord<@Nullable String, byte @Nullable []> record) {
        byte[] value = record.value();
        if (value == null) {
            return;
        }
        Story story = STORIES.decode(value);
        stories.remove(story.storyId());
        stories.put(story.storyId(), story);
        forgetEldest(stories, MOST_STORIES);
    }

    /** Takes a record of {@code vigie.divergences}. */
    public synchronized void readDivergence(ConsumerRecord<@Nullable String, byte @Nullable []> record) {
        byte[] value = record.value();
        if (value != null) {
            Divergence divergence = DIVERGENCES.decode(value);
            divergences.put(divergence.divergenceId(), divergence);
            forgetEldest(divergences, MOST_DIVERGENCES);
        }
    }

    /** The open story that an id leads to; empty when it is not known, as before the stream has told it. */
    public synchronized Optional<Story> of(String storyId) {
        String id = storyId;
        for (int i = 0; i < MOST_MERGERS; i++) {
            Story story = stories.get(id);
            if (story == null) {
                return Optional.empty();
            }
            String elder = story.mergedInto();
            if (elder == null) {
                return Optional.of(story);
            }
            id = elder;
        }
        return Optional.empty();
    }

    /** Where editions of a story's reports diverge, under whichever id it was found. */
    public List<Divergence> divergencesOf(Story story) {
        List<Divergence> all;
        synchronized (this) {
            all = new ArrayList<>(divergences.values());
        }
        return all.stream()
                .filter(divergence -> of(divergence.storyId())
                        .map(Story::storyId)
                        .filter(story.storyId()::equals)
                        .isPresent())
                .toList();
    }

    private static void forgetEldest(Map<String, ?> all, int most) {
        if (all.size() > most) {
            all.remove(all.keySet().iterator().next());
        }
    }
}
