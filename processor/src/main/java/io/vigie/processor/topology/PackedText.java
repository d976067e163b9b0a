package io.vigie.processor.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.apache.kafka.common.serialization.Serde;

/** Texts in stores, deflated (RFC 1951): about two fifths of their size. */
final class PackedText {

    private static final int BUFFER = 4_096;

    private PackedText() {}

    static Serde<String> serde() {
        return Forms.serde(PackedText::pack, PackedText::unpack);
    }

    private static byte[] pack(String text) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
        try {
            deflater.setInput(text.getBytes(UTF_8));
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream(BUFFER);
            byte[] buffer = new byte[BUFFER];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }

    private static String unpack(byte[] packed) {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(packed);
            ByteArrayOutputStream out = new ByteArrayOutputStream(BUFFER);
            byte[] buffer = new byte[BUFFER];
            while (!inflater.finished()) {
                int n = inflater.inflate(buffer);
                if (n == 0 && inflater.needsInput()) {
                    throw new IllegalArgumentException("packed text cut short");
                }
                out.write(buffer, 0, n);
            }
            return out.toString(UTF_8);
        } catch (DataFormatException e) {
            throw new IllegalArgumentException("not a packed text", e);
        } finally {
            inflater.end();
        }
    }
}
