package io.vigie.processor.story;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Fingerprints, items, holders and stories as bytes, for state stores and internal topics: about 1.5 KB an item where JSON
 * would take 9. The first byte is the version of the form; a reader refuses one that it does not know.
 */
public final class StoryCodec {

    private static final int VERSION = 1;
    private static final long NO_TIME = Long.MIN_VALUE;

    private StoryCodec() {}

    /** Something that writes to memory, and so never fails. */
    private interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    /** Something that reads from memory. */
    private interface Reading<T> {
        T from(DataInputStream in) throws IOException;
    }

    /** A fingerprint as bytes. */
    public static byte[] encode(Fingerprint item) {
        return write(out -> writeItem(out, item));
    }

    /**
     * Reads {@link #encode(Fingerprint)} back.
     *
     * @throws IllegalArgumentException when the bytes are no fingerprint
     */
    public static Fingerprint fingerprint(byte[] bytes) {
        return read(bytes, StoryCodec::readItem);
    }

    static byte[] encode(Placed placed) {
        return write(out -> {
            writeItem(out, placed.profile().item());
            out.write(placed.profile().rarities());
            out.writeUTF(placed.storyId());
        });
    }

    static Placed placed(byte[] bytes) {
        return read(bytes, in -> {
            Fingerprint item = readItem(in);
            byte[] rarities = in.readNBytes(item.clues().size());
            return new Placed(new Profile(item, rarities), in.readUTF());
        });
    }

    /** The holders of a route as bytes. */
    public static byte[] encode(List<Holder> holders) {
        return write(out -> {
            out.writeShort(holders.size());
            for (Holder holder : holders) {
                out.writeUTF(holder.itemId());
                out.writeLong(holder.at());
            }
        });
    }

    /** Reads the holders of a route back. */
    public static List<Holder> holders(byte[] bytes) {
        return read(bytes, in -> {
            int size = in.readUnsignedShort();
            List<Holder> holders = new ArrayList<>(size);
            for (int i = 0; i < size; i++) {
                holders.add(new Holder(in.readUTF(), in.readLong()));
            }
            return holders;
        });
    }

    /** A story as bytes. */
    public static byte[] encode(KnownStory story) {
        return write(out -> {
            out.writeUTF(story.id());
            out.writeLong(story.age());
            out.writeLong(story.lastAt());
            String elder = story.elder();
            out.writeUTF(elder == null ? "" : elder);
            out.writeByte(story.speakers().size());
            for (String speaker : story.speakers()) {
                out.writeUTF(speaker);
            }
        });
    }

    /** Reads a story back. */
    public static KnownStory story(byte[] bytes) {
        return read(bytes, in -> {
            String id = in.readUTF();
            long age = in.readLong();
            long lastAt = in.readLong();
            String elder = in.readUTF();
            int size = in.readUnsignedByte();
            List<String> speakers = new ArrayList<>(size);
            for (int i = 0; i < size; i++) {
                speakers.add(in.readUTF());
            }
            return new KnownStory(id, age, speakers, lastAt, elder.isEmpty() ? null : elder);
        });
    }

    private static void writeItem(DataOutputStream out, Fingerprint item) throws IOException {
        out.writeUTF(item.itemId());
        Instant at = item.at();
        out.writeLong(at == null ? NO_TIME : at.toEpochMilli());
        out.writeUTF(item.language());
        boolean signed = item.copies()[0] != Integer.MAX_VALUE;
        out.writeBoolean(signed);
        for (int value : signed ? item.copies() : new int[0]) {
            out.writeInt(value);
        }
        out.writeShort(item.clues().size());
        for (Clue clue : item.clues()) {
            out.writeByte(clue.kind().ordinal());
            out.writeLong(clue.key());
            out.writeByte(Clue.steps(clue.weight()));
            if (clue.kind() == Kind.NAME) {
                out.writeUTF(clue.spelling());
            }
        }
        out.writeShort(item.days().size());
        for (int day : new TreeSet<>(item.days())) {
            out.writeShort(day);
        }
    }

    private static Fingerprint readItem(DataInputStream in) throws IOException {
        String itemId = in.readUTF();
        long at = in.readLong();
        String language = in.readUTF();
        int[] copies = copies(in);
        int size = in.readUnsignedShort();
        List<Clue> clues = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            Kind kind = Kind.values()[in.readUnsignedByte()];
            long key = in.readLong();
            double weight = Clue.ofSteps(in.readUnsignedByte());
            clues.add(new Clue(kind, key, weight, kind == Kind.NAME ? in.readUTF() : ""));
        }
        Set<Integer> days = new TreeSet<>();
        for (int i = in.readUnsignedShort(); i > 0; i--) {
            days.add((int) in.readShort());
        }
        return new Fingerprint(itemId, at == NO_TIME ? null : Instant.ofEpochMilli(at), language, copies, clues, days);
    }

    private static int[] copies(DataInputStream in) throws IOException {
        if (!in.readBoolean()) {
            return MinHash.of(List.of());
        }
        int[] copies = new int[MinHash.VALUES];
        for (int i = 0; i < copies.length; i++) {
            copies[i] = in.readInt();
        }
        return copies;
    }

    private static byte[] write(Writing writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(2_048);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            writing.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return bytes.toByteArray();
    }

    private static <T> T read(byte @Nullable [] bytes, Reading<T> reading) {
        if (bytes == null || bytes.length == 0 || bytes[0] != VERSION) {
            throw new IllegalArgumentException("not a form of version " + VERSION);
        }
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes, 1, bytes.length - 1))) {
            return reading.from(in);
        } catch (IOException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("cut short or torn", e);
        }
    }
}
