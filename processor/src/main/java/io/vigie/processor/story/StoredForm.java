package io.vigie.processor.story;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** What all stored forms share: a first byte that names their version, and ids in half of their size. */
final class StoredForm {

    /** The only other version that was ever written. */
    static final int FIRST = 1;

    private static final int LATEST = 2;
    private static final int USUAL_BYTES = 2_048;
    private static final int HASH_DIGITS = 32;
    private static final HexFormat HEX = HexFormat.of();

    private StoredForm() {}

    /** Something that writes to memory, and so never fails. */
    interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    /** Something that reads from memory. */
    interface Reading<T> {
        T from(DataInputStream in, int version) throws IOException;
    }

    static byte[] write(Writing writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_BYTES);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(LATEST);
            writing.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return bytes.toByteArray();
    }

    /**
     * Reads any version.
     *
     * @throws IllegalArgumentException when the bytes are torn, or of a version to come
     */
    static <T> T read(byte @Nullable [] bytes, Reading<T> reading) {
        if (bytes == null || bytes.length == 0 || bytes[0] < FIRST || bytes[0] > LATEST) {
            throw new IllegalArgumentException("not a form of version " + FIRST + " to " + LATEST);
        }
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            return reading.from(in, in.readByte());
        } catch (IOException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("cut short or torn", e);
        }
    }

    /** An id that is a hash, as those of items are, as bytes; any other as it is. */
    static void writeId(DataOutputStream out, String id) throws IOException {
        boolean hash = isHash(id);
        out.writeBoolean(hash);
        if (hash) {
            out.write(HEX.parseHex(id));
        } else {
            out.writeUTF(id);
        }
    }

    static String readId(DataInputStream in, int version) throws IOException {
        return version > FIRST && in.readBoolean() ? HEX.formatHex(in.readNBytes(HASH_DIGITS / 2)) : in.readUTF();
    }

    private static boolean isHash(String id) {
        for (int i = 0; i < id.length(); i++) {
            char digit = id.charAt(i);
            if (!(digit >= '0' && digit <= '9' || digit >= 'a' && digit <= 'f')) {
                return false;
            }
        }
        return id.length() == HASH_DIGITS;
    }
}
