package io.vigie.ingest.fetch;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.vigie.events.FetchState.Validators;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** HTTP/2 over TLS with a real server on this machine, which says what it is told to, frame by frame. */
class Http2Test {

    private static final int PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".length();
    private static final FetchSettings SETTINGS =
            new FetchSettings("Vigie/0.1", Duration.ZERO, 1 << 20, Duration.ofSeconds(20));
    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final int DATA = 0;
    private static final int HEADERS = 1;
    private static final int SETTINGS_FRAME = 4;
    private static final int CONTINUATION = 9;
    private static final int END_STREAM = 1;
    private static final int END_HEADERS = 4;
    private static final int FIRST_STREAM = 3; // of this client; 1 is for upgrades from HTTP/1.1
    private static final byte STATUS_200 = (byte) 0x88; // HPACK, RFC 7541, appendix A

    @TempDir
    private static Path directory = Path.of("");

    private static SSLContext identity = context();

    /** Makes a certificate of its own, as any JDK can. */
    @BeforeAll
    static void makeCertificate() throws Exception {
        Process keytool = new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/keytool",
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=dns:localhost",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        new String(PASSWORD),
                        "-keystore",
                        directory.resolve("server.p12").toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(keytool.waitFor()).isZero();
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store(), PASSWORD);
        identity.init(keys.getKeyManagers(), null, null);
    }

    @Test
    void readsAPage() throws Exception {
        try (Server server = new Server(out -> {
                    frame(out, HEADERS, END_HEADERS, new byte[] {STATUS_200});
                    frame(out, DATA, END_STREAM, "<p>Text".getBytes(US_ASCII));
                });
                HttpHop hop = hop()) {
            byte[] body = hop.get(
                    server.url(),
                    Validators.NONE,
                    Duration.ofSeconds(20),
                    (status, headers, wire) -> status == 200 ? wire.readAllBytes() : new byte[0]);

            assertThat(new String(body, US_ASCII)).isEqualTo("<p>Text");
        }
    }

    @Test
    void breaksOffHeadersWithoutEnd() throws Exception {
        AtomicLong sent = new AtomicLong();
        byte[] block = new byte[16_000];
        Arrays.fill(block, STATUS_200);
        try (Server server = new Server(out -> {
                    frame(out, HEADERS, 0, block);
                    while (true) {
                        frame(out, CONTINUATION, 0, block);
                        sent.addAndGet(block.length);
                    }
                });
                HttpHop hop = hop()) {
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> hop.get(
                            server.url(), Validators.NONE, Duration.ofSeconds(20), (status, headers, wire) -> status))
                    .isNotInstanceOf(SocketTimeoutException.class);
            server.awaitEnd();
        }
        assertThat(sent.get()).isLessThan(64L * 1024 * 1024);
    }

    private static HttpHop hop() throws Exception {
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store());
        return new HttpHop(
                AddressGuard.PRIVATE_TOO, Dns.SYSTEM, SETTINGS, (X509TrustManager) trust.getTrustManagers()[0]);
    }

    private static KeyStore store() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(directory.resolve("server.p12"))) {
            store.load(in, PASSWORD);
        }
        return store;
    }

    private static SSLContext context() {
        try {
            return SSLContext.getInstance("TLS");
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has TLS", e);
        }
    }

    private static void frame(OutputStream out, int type, int flags, byte[] payload) throws IOException {
        int stream = type == SETTINGS_FRAME ? 0 : FIRST_STREAM;
        byte[] header = {
            (byte) (payload.length >> 16),
            (byte) (payload.length >> 8),
            (byte) payload.length,
            (byte) type,
            (byte) flags,
            0,
            0,
            0,
            (byte) stream
        };
        out.write(header);
        out.write(payload);
        out.flush();
    }

    private interface Saying {
        void to(OutputStream out) throws IOException;
    }

    /** Answers one connection's first request. */
    private static final class Server implements AutoCloseable {

        private final SSLServerSocket socket;
        private final Thread thread;

        Server(Saying answer) throws IOException {
            socket = (SSLServerSocket)
                    identity.getServerSocketFactory().createServerSocket(0, 1, InetAddress.getByName("localhost"));
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setApplicationProtocols(new String[] {"h2"});
            socket.setSSLParameters(parameters);
            thread = new Thread(() -> serve(answer), "http2-server");
            thread.setDaemon(true);
            thread.start();
        }

        HttpUrl url() {
            return HttpUrl.get("https://localhost:" + socket.getLocalPort() + "/");
        }

        void awaitEnd() throws InterruptedException {
            thread.join(Duration.ofSeconds(30).toMillis());
            assertThat(thread.isAlive()).isFalse();
        }

        private void serve(Saying answer) {
            try (SSLSocket client = (SSLSocket) socket.accept()) {
                InputStream in = client.getInputStream();
                in.skipNBytes(PREFACE);
                frame(client.getOutputStream(), SETTINGS_FRAME, 0, new byte[0]);
                int type = -1;
                while (type != HEADERS) {
                    byte[] header = in.readNBytes(9);
                    type = header[3];
                    in.skipNBytes((header[0] & 0xff) << 16 | (header[1] & 0xff) << 8 | (header[2] & 0xff));
                }
                answer.to(client.getOutputStream());
                while (in.read() >= 0) {
                    // until the client has enough
                }
            } catch (IOException e) {
                // the client went away, as it should
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
