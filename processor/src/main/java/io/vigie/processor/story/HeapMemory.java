package io.vigie.processor.story;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
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
    public void removeItem(String itemId) {
        items.remove(itemId);
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
    public void removeStory(String storyId) {
        stories.remove(storyId);
    }

    @Override
    public void forEachItem(Consumer<Placed> visitor) {
        List.copyOf(items.values()).forEach(visitor);
    }

    @Override
    public void forEachHolders(BiConsumer<Long, List<Holder>> visitor) {
        Map.copyOf(holders).forEach(visitor);
    }

    @Override
    public void forEachStory(Consumer<KnownStory> visitor) {
        List.copyOf(stories.values()).forEach(visitor);
    }
}
