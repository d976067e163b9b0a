package io.vigie.ingest.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.vigie.ingest.web.Answers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;

class BodyReaderTest {

    private static final byte[] TEXT = "Communiqué de presse".getBytes(UTF_8);
    private static final long LIMIT = 16 * 1024 * 1024;

    private int asked;

    @Test
    void asksForRoomOnceAndForLargeBodiesOnly() throws IOException {
        byte[] small = new byte[BodyRoom.SMALL - 1];
        assertThat(read(small)).isEqualTo(small);
        assertThat(asked).isZero();

        byte[] large = new byte[3 * BodyRoom.SMALL + 7];
        new Random(1).nextBytes(large);
        assertThat(read(large)).isEqualTo(large);
        assertThat(asked).isEqualTo(1);
    }

    @Test
    void readsEveryCodingThatIsAskedForOrMet() throws IOException {
        assertThat(read(TEXT)).isEqualTo(TEXT);
        assertThat(read(Answers.gzip(TEXT), "gzip")).isEqualTo(TEXT);
        assertThat(read(Answers.gzip(TEXT), "X-GZIP ")).isEqualTo(TEXT);
        assertThat(read(deflate(false), "deflate")).isEqualTo(TEXT);
        assertThat(read(deflate(true), "deflate")).isEqualTo(TEXT);
        assertThat(read(Base64.getDecoder().decode("CwKAaGVsbG8D"), "br"))
                .asString(UTF_8)
                .isEqualTo("hello");
        assertThat(read(Answers.gzip(deflate(false)), "deflate, gzip")).isEqualTo(TEXT);
        assertThat(read(Answers.gzip(deflate(false)), "deflate", "gzip")).isEqualTo(TEXT);
    }

    @Test
    void forgivesServersThatAnnounceWhatTheyDoNotSend() throws IOException {
        assertThat(read(TEXT, "gzip")).isEqualTo(TEXT);
        assertThat(read(TEXT, "utf-8")).isEqualTo(TEXT);
        assertThat(read(new byte[0], "gzip")).isEmpty();
        assertThat(read(new byte[0], "br")).isEmpty();
    }

    @Test
    void refusesWhatUnpacksTooFarLongBeforeItsEnd() {
        byte[] bomb = Answers.gzip(new byte[12 * 1024 * 1024]);

        failsWith(FetchFailure.DECOMPRESSION_BOMB, bomb, "gzip");
    }

    @Test
    void readsMembersOneAfterTheOther() throws IOException {
        byte[] twice = repeat(Answers.gzip(TEXT), 2);

        assertThat(read(twice, "gzip")).isEqualTo(repeat(TEXT, 2));
        assertThat(read(repeat(Answers.gzip(new byte[0]), 50_000), "gzip")).isEmpty();
    }

    @Test
    void ignoresWhatFollowsTheLastMember() throws IOException {
        byte[] packed = Answers.gzip(TEXT);

        assertThat(read(java.util.Arrays.copyOf(packed, packed.length + 100), "gzip"))
                .isEqualTo(TEXT);
    }

    @Test
    void limitsEveryLayer() {
        byte[] emptyMembers = repeat(Answers.gzip(new byte[0]), 2_000_000); // 40 MB of gzip that unpack to nothing
        byte[] packed = Answers.gzip(emptyMembers);

        failsWith(FetchFailure.DECOMPRESSION_BOMB, packed, "gzip, gzip");
    }

    @Test
    void limitsTheBody() {
        byte[] noise = new byte[(int) LIMIT + 1];
        new Random(1).nextBytes(noise);

        failsWith(FetchFailure.TOO_LARGE, noise);
        failsWith(FetchFailure.TOO_LARGE, Answers.gzip(noise), "gzip");
    }

    @Test
    void tellsABrokenBody() {
        byte[] packed = Answers.gzip(TEXT);
        byte[] half = java.util.Arrays.copyOf(packed, packed.length / 2);

        assertThatIOException()
                .isThrownBy(() -> read(half, "gzip"))
                .satisfies(e -> assertThat(FetchFailures.of(e)).isEqualTo(FetchFailure.TRUNCATED));
    }

    private void failsWith(FetchFailure failure, byte[] body, String... codings) {
        assertThatExceptionOfType(FetchException.class)
                .isThrownBy(() -> read(body, codings))
                .returns(failure, FetchException::failure);
    }

    private byte[] read(byte[] body, String... codings) throws IOException {
        return BodyReader.whole(new ByteArrayInputStream(body), List.of(codings), LIMIT, () -> asked++);
    }

    private static byte[] deflate(boolean bare) {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, bare);
        deflater.setInput(TEXT);
        deflater.finish();
        byte[] out = new byte[100];
        int length = deflater.deflate(out);
        deflater.end();
        return java.util.Arrays.copyOf(out, length);
    }

    private static byte[] repeat(byte[] bytes, int times) {
        byte[] out = new byte[bytes.length * times];
        for (int i = 0; i < times; i++) {
            System.arraycopy(bytes, 0, out, i * bytes.length, bytes.length);
        }
        return out;
    }
}
