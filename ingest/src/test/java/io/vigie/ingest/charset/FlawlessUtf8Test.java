package io.vigie.ingest.charset;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlawlessUtf8Test {

    private static final String MARKUP = "<p class=\"lead\">Les ministres des affaires étrangères";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "c2",
                "80",
                "c0af", // longer than needed
                "e09fbf",
                "f08fbfbf",
                "eda080", // half of a pair
                "f4908080", // beyond the last character
                "f5808080",
                "e282",
                "e28241",
                "fe",
                "c280" // U+0080: encoded twice
            })
    void refusesWhatIsNoCharacter(String hex) {
        byte[] wrong = HexFormat.of().parseHex(hex);

        assertThat(FlawlessUtf8.open(wrong)).isEmpty();
        assertThat(FlawlessUtf8.open(joined(MARKUP.getBytes(UTF_8), wrong))).isEmpty();
        assertThat(FlawlessUtf8.open(joined(wrong, MARKUP.getBytes(UTF_8)))).isEmpty();
    }

    @Test
    void decodesWhateverTheJdkDecodes() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = random.nextBoolean() ? text(random) : noise(random);

            int room = 1 + random.nextInt(80);

            assertThat(FlawlessUtf8.open(bytes).map(reader -> read(reader, room)))
                    .as(HexFormat.of().formatHex(bytes))
                    .isEqualTo(byTheJdk(bytes).filter(text -> text.indexOf('\u0080') < 0));
        }
    }

    /** In pieces of so many characters, which part pairs. */
    private static String read(Reader reader, int room) {
        try (reader) {
            StringBuilder text = new StringBuilder();
            char[] piece = new char[room];
            for (int n = reader.read(piece); n >= 0; n = reader.read(piece)) {
                text.append(piece, 0, n);
            }
            return text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<String> byTheJdk(byte[] bytes) {
        try {
            return Optional.of(UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** Runs of ASCII of all lengths between characters of two to four bytes. */
    private static byte[] text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6); i >= 0; i--) {
            text.append("x".repeat(random.nextInt(70)));
            int codePoint = random.nextInt(Character.MAX_CODE_POINT + 1);
            text.appendCodePoint(Character.getType(codePoint) == Character.SURROGATE ? 'é' : codePoint);
        }
        return text.toString().getBytes(UTF_8);
    }

    private static byte[] noise(Random random) {
        byte[] bytes = new byte[random.nextInt(8)];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] joined(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length)
                .put(first)
                .put(second)
                .array();
    }
}
