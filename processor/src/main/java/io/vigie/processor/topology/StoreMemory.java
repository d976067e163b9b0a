package io.vigie.processor.topology;

import io.vigie.processor.story.Holder;
import io.vigie.processor.story.KnownStory;
import io.vigie.processor.story.Placed;
import io.vigie.processor.story.StoryCodec;
import io.vigie.processor.story.StoryMemory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;

/**
 * What one part of the story index remembers, in a task's stores. Items are read many times and never change, so the latest
 * are kept decoded.
 */
final class StoreMemory implements StoryMemory {

    static final String ITEMS = "story-items";
    static final String ROUTES = "story-routes";
    static final String STORIES = "story-names";

    private static final int DECODED = 4_096;

    private final KeyValueStore<String, Placed> items;
    private final KeyValueStore<Long, List<Holder>> routes;
    private final KeyValueStore<String, KnownStory> stories;
    private final Map<String, Placed> decoded = new LinkedHashMap<>(DECODED, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Placed> eldest) {
            return size() > DECODED;
        }
    };

    StoreMemory(ProcessingContext context) {
        this.items = context.getStateStore(ITEMS);
        this.routes = context.getStateStore(ROUTES);
        this.stories = context.getStateStore(STORIES);
    }

    static List<StoreBuilder<?>> stores() {
        return List.of(
                Forms.store(ITEMS, Serdes.String(), Forms.serde(Placed::encode, Placed::decode)),
                Forms.store(ROUTES, Serdes.Long(), Forms.<List<Holder>>serde(StoryCodec::encode, StoryCodec::holders)),
                Forms.store(STORIES, Serdes.String(), Forms.serde(StoryCodec::encode, StoryCodec::story)));
    }

    static String[] names() {
        return new String[] {ITEMS, ROUTES, STORIES};
    }

    @Override
    public @Nullable Placed item(String itemId) {
        Placed known = decoded.get(itemId);
        if (known == null) {
            known = items.get(itemId);
            if (known != null) {
                decoded.put(itemId, known);
            }
        }
        return known;
    }

    @Override
    public void putItem(Placed item) {
        items.put(item.itemId(), item);
        decoded.put(item.itemId(), item);
    }

    @Override
    public void removeItem(String itemId) {
        items.delete(itemId);
        decoded.remove(itemId);
    }

    @Override
    public List<Holder> holders(long clue) {
        List<Holder> holders = routes.get(clue);
        return holders == null ? List.of() : holders;
    }

    @Override
    public void putHolders(long clue, List<Holder> holders) {
        if (holders.isEmpty()) {
            routes.delete(clue);
        } else {
            routes.put(clue, holders);
        }
    }

    @Override
    public @Nullable KnownStory story(String storyId) {
        return stories.get(storyId);
    }

    @Override
    public void putStory(KnownStory story) {
        stories.put(story.id(), story);
    }

    @Override
    public void removeStory(String storyId) {
        stories.delete(storyId);
    }

    @Override
    public void forEachItem(Consumer<Placed> visitor) {
        try (KeyValueIterator<String, Placed> all = items.all()) {
            all.forEachRemaining(entry -> visitor.accept(entry.value));
        }
    }

    @Override
    public void forEachHolders(BiConsumer<Long, List<Holder>> visitor) {
        try (KeyValueIterator<Long, List<Holder>> all = routes.all()) {
            all.forEachRemaining(entry -> visitor.accept(entry.key, entry.value));
        }
    }

    @Override
    public void forEachStory(Consumer<KnownStory> visitor) {
        try (KeyValueIterator<String, KnownStory> all = stories.all()) {
            all.forEachRemaining(entry -> visitor.accept(entry.value));
        }
    }
}
