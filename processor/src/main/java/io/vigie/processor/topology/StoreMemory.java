package io.vigie.processor.topology;

import io.vigie.processor.story.Holder;
import io.vigie.processor.story.KnownStory;
import io.vigie.processor.story.Placed;
import io.vigie.processor.story.StoryCodec;
import io.vigie.processor.story.StoryMemory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    private static final int SWEEPS_BETWEEN_ROUTES = 4;

    private final KeyValueStore<String, byte[]> items;
    private final KeyValueStore<Long, List<Holder>> routes;
    private final KeyValueStore<String, KnownStory> stories;
    private final Map<String, Placed> decoded = new LinkedHashMap<>(DECODED, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Placed> eldest) {
            return size() > DECODED;
        }
    };

    private final Sweep<String, byte[]> itemSweep;
    private final Sweep<Long, List<Holder>> routeSweep;
    private final Sweep<String, KnownStory> storySweep;
    private long forgotten = Long.MIN_VALUE;
    private int sweeps;

    StoreMemory(ProcessingContext context) {
        this.items = context.getStateStore(ITEMS);
        this.routes = context.getStateStore(ROUTES);
        this.stories = context.getStateStore(STORIES);
        this.itemSweep = new Sweep<>(items);
        this.routeSweep = new Sweep<>(routes);
        this.storySweep = new Sweep<>(stories);
    }

    static List<StoreBuilder<?>> stores() {
        return List.of(
                Forms.store(ITEMS, Serdes.String(), Serdes.ByteArray()),
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
            byte[] stored = items.get(itemId);
            if (stored != null) {
                known = Placed.decode(stored);
                decoded.put(itemId, known);
            }
        }
        return known;
    }

    @Override
    public void putItem(Placed item) {
        items.put(item.itemId(), item.encode());
        decoded.put(item.itemId(), item);
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
    public void forEachItem(Consumer<Placed> visitor) {
        try (KeyValueIterator<String, byte[]> all = items.all()) {
            all.forEachRemaining(entry -> visitor.accept(Placed.decode(entry.value)));
        }
    }

    @Override
    public void forgetBefore(long horizon, Consumer<Placed> removed) {
        if (horizon > forgotten) {
            forgotten = horizon;
            itemSweep.begin();
            storySweep.begin();
            // A route that is still used loses its old holders to new ones: only those that nobody takes any more are
            // left.
            if (sweeps++ % SWEEPS_BETWEEN_ROUTES == 0) {
                routeSweep.begin();
            }
        }
        itemSweep.advance((id, bytes) -> {
            if (StoryCodec.time(bytes) >= horizon) {
                return bytes; // Most stay: no more of them is read.
            }
            removed.accept(Placed.decode(bytes));
            decoded.remove(id);
            return null;
        });
        routeSweep.advance((clue, holders) -> {
            List<Holder> young = Holder.since(horizon, holders);
            return young.isEmpty() ? null : young;
        });
        storySweep.advance((id, story) -> story.lastAt() < horizon ? null : story);
    }
}
