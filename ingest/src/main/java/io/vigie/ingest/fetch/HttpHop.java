package io.vigie.ingest.fetch;

import static io.vigie.ingest.fetch.Durations.shorter;

import io.vigie.events.FetchState.Validators;
import java.io.IOException;
import java.io.InputStream;
import java.net.Proxy;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.CookieJar;
import okhttp3.Dns;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** One request and its answer, without redirects, behind one {@link AddressGuard}. */
final class HttpHop implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration FIRST_BYTE = Duration.ofSeconds(15);
    private static final String ACCEPT = "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,"
            + "application/feed+json,application/xml;q=0.9,*/*;q=0.8";

    private final OkHttpClient client;
    private final String userAgent;

    /** Reads a body of which the status is known. */
    interface Body<T> {
        T read(int status, Headers headers, InputStream wire) throws IOException;
    }

    HttpHop(AddressGuard guard, Dns dns, FetchSettings settings) {
        this(guard, dns, settings, platformTrust());
    }

    HttpHop(AddressGuard guard, Dns dns, FetchSettings settings, X509TrustManager trust) {
        this.userAgent = settings.userAgent();
        this.client = new OkHttpClient.Builder()
                .proxy(Proxy.NO_PROXY)
                .socketFactory(new GuardedSockets(guard))
                .sslSocketFactory(new TlsSockets(tls(trust)), trust)
                .dns(dns)
                .followRedirects(false)
                .followSslRedirects(false)
                .cookieJar(CookieJar.NO_COOKIES)
                .connectionPool(new ConnectionPool(32, 30, TimeUnit.SECONDS)) // of its own: guards never share one
                .connectTimeout(shorter(CONNECT, settings.deadline()))
                .readTimeout(shorter(FIRST_BYTE, settings.deadline()))
                .writeTimeout(shorter(CONNECT, settings.deadline()))
                .build();
    }

    /**
     * Asks.
     *
     * @param time for everything: connecting, the first byte, the last
     */
    <T> T get(HttpUrl url, Validators validators, Duration time, Body<T> body) throws IOException {
        Call call = client.newCall(request(url, validators));
        call.timeout().timeout(time.toNanos(), TimeUnit.NANOSECONDS);
        try (Response response = call.execute()) {
            return body.read(
                    response.code(), response.headers(), response.body().byteStream());
        }
    }

    private Request request(HttpUrl url, Validators validators) {
        Headers.Builder headers = new Headers.Builder()
                .add("User-Agent", userAgent)
                .add("Accept", ACCEPT)
                .add("Accept-Encoding", "gzip, br");
        if (validators.etag() != null) {
            headers.addUnsafeNonAscii("If-None-Match", validators.etag());
        }
        if (validators.lastModified() != null) {
            headers.addUnsafeNonAscii("If-Modified-Since", validators.lastModified());
        }
        return new Request.Builder().url(url).headers(headers.build()).build();
    }

    /** The certificate authorities of the platform. */
    private static X509TrustManager platformTrust() {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init((KeyStore) null);
            return (X509TrustManager) factory.getTrustManagers()[0];
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the platform has no certificate authorities", e);
        }
    }

    private static SSLSocketFactory tls(X509TrustManager trust) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {trust}, null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the platform has no TLS", e);
        }
    }

    static List<String> codings(Headers headers) {
        return headers.values("Content-Encoding");
    }

    @Override
    public void close() {
        client.dispatcher().cancelAll();
        client.connectionPool().evictAll();
    }
}
