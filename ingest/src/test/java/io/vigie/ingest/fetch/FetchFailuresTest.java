package io.vigie.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FetchFailuresTest {

    static Stream<Arguments> errors() {
        return Stream.of(
                Arguments.of(new UnknownHostException("a.example"), FetchFailure.UNKNOWN_HOST),
                Arguments.of(new SSLHandshakeException("certificate expired"), FetchFailure.TLS),
                Arguments.of(new SocketTimeoutException("connect timed out"), FetchFailure.CONNECT_TIMEOUT),
                Arguments.of(new SocketTimeoutException("Read timed out"), FetchFailure.READ_TIMEOUT),
                Arguments.of(new InterruptedIOException("timeout"), FetchFailure.DEADLINE),
                Arguments.of(new InterruptedIOException("interrupted"), FetchFailure.CANCELLED),
                Arguments.of(new ConnectException("Connection refused"), FetchFailure.UNREACHABLE),
                Arguments.of(new NoRouteToHostException("No route to host"), FetchFailure.UNREACHABLE),
                Arguments.of(new EOFException(), FetchFailure.TRUNCATED),
                Arguments.of(new ProtocolException("unexpected end of stream"), FetchFailure.TRUNCATED),
                Arguments.of(new ProtocolException("Unexpected status line: 220 mail"), FetchFailure.PROTOCOL),
                Arguments.of(new ZipException("invalid block type"), FetchFailure.BAD_ENCODING),
                Arguments.of(new IOException("Brotli stream decoding failed"), FetchFailure.BAD_ENCODING),
                Arguments.of(new SocketException("Connection reset"), FetchFailure.CONNECTION_LOST),
                Arguments.of(new IOException("Canceled"), FetchFailure.CANCELLED),
                Arguments.of(new IOException("something else"), FetchFailure.PROTOCOL));
    }

    @ParameterizedTest
    @MethodSource("errors")
    void tellsThemApart(IOException error, FetchFailure failure) {
        assertThat(FetchFailures.of(error)).isEqualTo(failure);
    }

    @Test
    void findsARefusalAmongTheFailuresOfOtherAddresses() {
        IOException outer = new ConnectException("Connection refused");
        outer.addSuppressed(new IOException(new FetchException(FetchFailure.FORBIDDEN_ADDRESS, "127.0.0.1")));

        assertThat(FetchFailures.of(outer)).isEqualTo(FetchFailure.FORBIDDEN_ADDRESS);
    }

    @ParameterizedTest
    @CsvSource({
        "401, REFUSED",
        "403, REFUSED",
        "451, REFUSED",
        "418, CLIENT_ERROR",
        "500, SERVER_ERROR",
        "503, SERVER_ERROR",
        "206, UNEXPECTED_STATUS",
        "300, UNEXPECTED_STATUS",
        "999, SERVER_ERROR"
    })
    void readsAStatus(int status, FetchFailure failure) {
        assertThat(FetchFailures.ofStatus(status)).isEqualTo(failure);
    }
}
