package io.vigie.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderBlockLimitTest {

    private static final int DATA = 0;
    private static final int HEADERS = 1;
    private static final int CONTINUATION = 9;
    private static final int HALF = HeaderBlockLimit.MOST_BYTES / 2;

    private final ByteArrayOutputStream frames = new ByteArrayOutputStream();

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 16_384})
    void letsBodiesOfAnyLengthAndManySmallHeadersPass(int chunk) throws IOException {
        for (int i = 0; i < 20; i++) {
            frame(HEADERS, 1_000);
            frame(CONTINUATION, 1_000);
            frame(DATA, HALF);
        }
        byte[] sent = frames.toByteArray();

        assertThat(read(chunk)).isEqualTo(sent.length);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 16_384})
    void stopsHeadersThatGoOn(int chunk) {
        frame(HEADERS, HALF);
        frame(CONTINUATION, HALF);
        frame(CONTINUATION, 1);

        assertThatExceptionOfType(FetchException.class)
                .isThrownBy(() -> read(chunk))
                .returns(FetchFailure.PROTOCOL, FetchException::failure);
    }

    @Test
    void countsEachBlockByItself() throws IOException {
        for (int i = 0; i < 5; i++) {
            frame(HEADERS, HALF);
        }

        assertThat(read(8_192)).isEqualTo(frames.size());
    }

    private int read(int chunk) throws IOException {
        InputStream in = new HeaderBlockLimit(new ByteArrayInputStream(frames.toByteArray()));
        byte[] buffer = new byte[chunk];
        int all = 0;
        int n = in.read(buffer);
        while (n >= 0) {
            all += n;
            n = in.read(buffer);
        }
        return all;
    }

    private void frame(int type, int length) {
        frames.writeBytes(
                new byte[] {(byte) (length >> 16), (byte) (length >> 8), (byte) length, (byte) type, 0, 0, 0, 0, 1});
        frames.writeBytes(new byte[length]);
    }
}
