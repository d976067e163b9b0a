package io.vigie.processor.story;

import java.util.ArrayList;
import java.util.List;

/**
 * Fingerprints, items, holders and stories as bytes, for state stores and internal topics: about 1 KB an item where JSON
 * would take 9. The first byte is the version of the form; a reader knows all earlier ones and refuses those to come.
 */
public final class StoryCodec {

    private StoryCodec() {}

    /** A fingerprint as bytes. */
    public static byte[] encode(Fingerprint item) {
        return StoredForm.write(out -> FingerprintForm.write(out, item));
    }

    /**
     * Reads {@link #encode(Fingerprint)} back.
     *
     * @throws IllegalArgumentException when the bytes are no fingerprint
     */
    public static Fingerprint fingerprint(byte[] bytes) {
        return StoredForm.read(bytes, FingerprintForm::read);
    }

    static byte[] encode(Placed placed) {
        return StoredForm.write(out -> {
            FingerprintForm.write(out, placed.profile().item());
            out.write(placed.profile().rarities());
            StoredForm.writeId(out, placed.storyId());
        });
    }

    static Placed placed(byte[] bytes) {
        return StoredForm.read(bytes, (in, version) -> {
            Fingerprint item = FingerprintForm.read(in, version);
            byte[] rarities = in.readNBytes(item.clues().size());
            Profile profile = version == StoredForm.FIRST ? Profile.uncounted(item) : new Profile(item, rarities);
            return new Placed(profile, StoredForm.readId(in, version));
        });
    }

    /**
     * When a placed item was published, of which nothing else is read.
     *
     * @param bytes of {@link Placed#encode()}
     * @return milliseconds since 1970; {@code Long.MAX_VALUE} when that is not known
     * @throws IllegalArgumentException when the bytes are not such an item
     */
    public static long time(byte[] bytes) {
        return StoredForm.read(bytes, FingerprintForm::time);
    }

    /** The holders of a route as bytes. */
    public static byte[] encode(List<Holder> holders) {
        return StoredForm.write(out -> {
            out.writeShort(holders.size());
            for (Holder holder : holders) {
                StoredForm.writeId(out, holder.itemId());
                out.writeLong(holder.at());
            }
        });
    }

    /** Reads the holders of a route back. */
    public static List<Holder> holders(byte[] bytes) {
        return StoredForm.read(bytes, (in, version) -> {
            int size = in.readUnsignedShort();
            List<Holder> holders = new ArrayList<>(size);
            for (int i = 0; i < size; i++) {
                holders.add(new Holder(StoredForm.readId(in, version), in.readLong()));
            }
            return holders;
        });
    }

    /** A story as bytes. */
    public static byte[] encode(KnownStory story) {
        return StoredForm.write(out -> {
            StoredForm.writeId(out, story.id());
            out.writeLong(story.age());
            out.writeLong(story.lastAt());
            String elder = story.elder();
            StoredForm.writeId(out, elder == null ? "" : elder);
            out.writeByte(story.speakers().size());
            for (String speaker : story.speakers()) {
                StoredForm.writeId(out, speaker);
            }
        });
    }

    /** Reads a story back. */
    public static KnownStory story(byte[] bytes) {
        return StoredForm.read(bytes, (in, version) -> {
            String id = StoredForm.readId(in, version);
            long age = in.readLong();
            long lastAt = in.readLong();
            String elder = StoredForm.readId(in, version);
            int size = in.readUnsignedByte();
            List<String> speakers = new ArrayList<>(size);
            for (int i = 0; i < size; i++) {
                speakers.add(StoredForm.readId(in, version));
            }
            return new KnownStory(id, age, speakers, lastAt, elder.isEmpty() ? null : elder);
        });
    }
}
