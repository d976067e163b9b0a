package io.vigie.processor.story;

import java.util.List;
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

    /** Items that say it, oldest first; empty when nobody does. */
    List<Holder> holders(long clue);

    /** Replaces the list; an empty one removes it. */
    void putHolders(long clue, List<Holder> holders);

    /** A story, merged or not; {@code null} when it is not known. */
    @Nullable
    KnownStory story(String storyId);

    void putStory(KnownStory story);

    /** Visits all items, in any order. */
    void forEachItem(Consumer<Placed> visitor);

    /**
     * Removes the items that were published before, leaving those of which that is not known, the holders that are older, and
     * the stories that nobody told since. A memory that holds much does a step of it at each call and remembers how far it came,
     * so this is called again and again, with the same horizon or a later one.
     *
     * @param horizon in milliseconds since 1970
     * @param removed is shown each item that is removed
     */
    void forgetBefore(long horizon, Consumer<Placed> removed);
}
