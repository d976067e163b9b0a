package io.vigie.processor.story;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A fingerprint with or without its rarities. The bands of its copies are not written: they follow from the copies, and come
 * last in the order of the keys.
 */
final class FingerprintForm {

    private static final long NO_TIME = Long.MIN_VALUE;
    private static final int UNSIGNED_SHORT = 0xFFFF;

    private FingerprintForm() {}

    static void write(DataOutputStream out, Fingerprint item) throws IOException {
        Instant at = item.at();
        out.writeLong(at == null ? NO_TIME : at.toEpochMilli());
        StoredForm.writeId(out, item.itemId());
        out.writeUTF(item.language());
        boolean signed = item.copies()[0] != MinHash.NONE;
        out.writeBoolean(signed);
        for (int value : signed ? item.copies() : new int[0]) {
            out.writeShort(value);
        }
        ClueList clues = item.columns();
        int size = clues.size() - (signed ? MinHash.BANDS : 0);
        out.writeShort(size);
        for (int i = 0; i < size; i++) {
            long key = clues.key(i);
            out.writeByte((int) (key >>> Integer.SIZE));
            out.writeInt((int) key);
            out.writeByte(clues.steps(i));
            if (clues.kind(i) == Kind.NAME) {
                out.writeUTF(clues.spelling(i));
            }
        }
        out.writeShort(item.days().size());
        for (int day : new TreeSet<>(item.days())) {
            out.writeShort(day);
        }
    }

    static Fingerprint read(DataInputStream in, int version) throws IOException {
        boolean first = version == StoredForm.FIRST;
        String firstId = first ? in.readUTF() : "";
        long at = in.readLong();
        String itemId = first ? firstId : StoredForm.readId(in, version);
        String language = in.readUTF();
        int[] copies = copies(in, version);
        List<Clue> clues = first ? firstClues(in) : clues(in, copies);
        Set<Integer> days = new TreeSet<>();
        for (int i = in.readUnsignedShort(); i > 0; i--) {
            days.add((int) in.readShort());
        }
        return new Fingerprint(itemId, at == NO_TIME ? null : Instant.ofEpochMilli(at), language, copies, clues, days);
    }

    /** See {@link StoryCodec#time(byte[])}. */
    static long time(DataInputStream in, int version) throws IOException {
        if (version == StoredForm.FIRST) {
            in.readUTF();
        }
        long at = in.readLong();
        return at == NO_TIME ? Long.MAX_VALUE : at;
    }

    private static int[] copies(DataInputStream in, int version) throws IOException {
        if (!in.readBoolean()) {
            return MinHash.of(List.of());
        }
        int[] copies = new int[MinHash.VALUES];
        for (int i = 0; i < copies.length; i++) {
            copies[i] = version == StoredForm.FIRST ? in.readInt() & UNSIGNED_SHORT : in.readUnsignedShort();
        }
        return copies;
    }

    /** Keys had 64 bits, their kinds beside them, and the bands of the copies were written too. */
    private static List<Clue> firstClues(DataInputStream in) throws IOException {
        int size = in.readUnsignedShort();
        List<Clue> clues = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            Kind kind = Kind.values()[in.readUnsignedByte()];
            long key = Clue.key(kind, in.readLong());
            double weight = Clue.ofSteps(in.readUnsignedByte());
            clues.add(new Clue(key, weight, kind == Kind.NAME ? in.readUTF() : ""));
        }
        clues.sort(Comparator.comparingLong(Clue::key));
        return clues;
    }

    private static List<Clue> clues(DataInputStream in, int[] copies) throws IOException {
        int size = in.readUnsignedShort();
        long[] bands = MinHash.bands(copies);
        long[] keys = new long[size + bands.length];
        byte[] steps = new byte[keys.length];
        String[] spellings = new String[keys.length];
        for (int i = 0; i < size; i++) {
            keys[i] = (long) in.readUnsignedByte() << Integer.SIZE | Integer.toUnsignedLong(in.readInt());
            steps[i] = in.readByte();
            spellings[i] = Clue.kind(keys[i]) == Kind.NAME ? in.readUTF() : "";
        }
        for (int i = 0; i < bands.length; i++) {
            keys[size + i] = bands[i];
        }
        Arrays.fill(steps, size, steps.length, (byte) Clue.steps(Clue.OF_A_BAND));
        Arrays.fill(spellings, size, spellings.length, "");
        return ClueList.of(keys, steps, spellings);
    }
}
