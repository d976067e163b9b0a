package io.vigie.processor.story;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Plain maps. */
public final class HeapMemory implements StoryMemory {

    private final Map<String, Placed> items = new HashMap<>();
    private final Map<Long, List<Holder>> holders = new HashMap<>();
    private final Map<String, KnownStory> stories = new HashMap<>();

    @Override
    public @Nullable Placed item(String itemId) {
        return items.get(itemId);
    }

    @Override
    public void putItem(Placed item) {
        items.put(item.itemId(), item);
    }

    @Override
    public List<Holder> holders(long clue) {
        return holders.getOrDefault(clue, List.of());
    }

    @Override
    public void putHolders(long clue, List<Holder> list) {
        if (list.isEmpty()) {
            holders.remove(clue);
        } else {
            holders.put(clue, List.copyOf(list));
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
        items.values().forEach(visitor);
    }

    @Override
    public void forgetBefore(long horizon, Consumer<Placed> removed) {
        items.values().removeIf(placed -> {
            Instant at = placed.profile().item().at();
            boolean old = at != null && at.toEpochMilli() < horizon;
            if (old) {
                removed.accept(placed);
            }
            return old;
        });
        holders.replaceAll((clue, all) -> Holder.since(horizon, all));
        holders.values().removeIf(List::isEmpty);
        stories.values().removeIf(story -> story.lastAt() < horizon);
    }
}
