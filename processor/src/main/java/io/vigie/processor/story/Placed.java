package io.vigie.processor.story;

/**
 * An item in its story, as the index remembers it.
 *
 * @param profile what it says
 * @param storyId the story that it was put into; that story may have been merged since
 */
public record Placed(Profile profile, String storyId) {

    /** The item. */
    public String itemId() {
        return profile.item().itemId();
    }

    /** The stored form, see {@link StoryCodec}. */
    public byte[] encode() {
        return StoryCodec.encode(this);
    }

    /**
     * Reads {@link #encode()} back.
     *
     * @throws IllegalArgumentException when the bytes are not such an item
     */
    public static Placed decode(byte[] bytes) {
        return StoryCodec.placed(bytes);
    }
}
