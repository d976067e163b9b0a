package io.vigie.processor.story;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Where a {@link StoryIndex} keeps what it knows: plain maps for a file of items, a task's state stores in the stream.
 * Everything that is put is there until it is removed; one writer, no concurrency.
 */
public interface StoryMemory {

    /** An item; {@code null} when it is not known. */
    @Nullable
    Placed item(String itemId);

    void putItem(Placed item);

    void removeItem(String itemId);

    /** Items that say it, oldest first; empty when nobody does. */
    List<Holder> holders(long clue);

    /** Replaces the list; an empty one removes it. */
    void putHolders(long clue, List<Holder> holders);

    /** A story, merged or not; {@code null} when it is not known. */
    @Nullable
    KnownStory story(String storyId);

    void putStory(KnownStory story);

    void removeStory(String storyId);

    /** Visits all items, in any order; the visitor may remove them. */
    void forEachItem(Consumer<Placed> visitor);

    /** Visits all lists of holders, in any order; the visitor may replace them. */
    void forEachHolders(BiConsumer<Long, List<Holder>> visitor);

    /** Visits all stories, in any order; the visitor may remove them. */
    void forEachStory(Consumer<KnownStory> visitor);
}
