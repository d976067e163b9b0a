package io.vigie.sink.deliver;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vigie.sink.Trust;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.ConnectionPool;
import okhttp3.EventListener;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * Posts to webhooks. OkHttp's own repeats and redirects are off: whether a message is sent again is decided in one place,
 * and a webhook that moved is a webhook that somebody has to look at.
 */
final class HttpCourier implements AutoCloseable {

    private static final Duration LONGEST_CALL = Duration.ofSeconds(10);
    private static final int REASON_BYTES = 300;
    private static final int REASON = 120;

    /** A part of a path that is as long as this is not a word of the product. */
    private static final int SECRET_SEGMENT = 8;

    private final OkHttpClient http;
    private final Clock clock;

    HttpCourier(Clock clock) {
        this(clock, LONGEST_CALL);
    }

    HttpCourier(Clock clock, Duration longestCall) {
        this.clock = clock;
        this.http = new OkHttpClient.Builder()
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .followSslRedirects(false)
                .callTimeout(longestCall)
                // A connection that was kept and has died meanwhile would leave each first message in doubt.
                .connectionPool(new ConnectionPool(0, 1, TimeUnit.NANOSECONDS))
                .protocols(List.of(Protocol.HTTP_1_1))
                .build();
    }

    /**
     * Posts, once, and returns at once. The answer comes on another thread, always, within a bounded time.
     *
     * @param answer told what came of it, exactly once
     */
    void send(Channel channel, Payload.Post payload, Consumer<Answer> answer) {
        Request.Builder request = new Request.Builder()
                .url(channel.url().reveal())
                .post(RequestBody.create(payload.body().getBytes(UTF_8), MediaType.get(payload.contentType())));
        payload.headers().forEach(request::header);
        Departure departure = new Departure();
        OkHttpClient.Builder client = http.newBuilder().eventListener(departure);
        Trust ca = channel.ca();
        if (ca != null) {
            client.sslSocketFactory(ca.context().getSocketFactory(), ca.manager());
        }
        client.build().newCall(request.build()).enqueue(new Callback() {
            @Override
            public void onResponse(Call call, Response response) {
                try (response) {
                    answer.accept(judge(channel, response));
                }
            }

            @Override
            public void onFailure(Call call, IOException e) {
                // The message of the exception can hold the address.
                answer.accept(
                        departure.hasLeft()
                                ? new Answer.Doubtful(null, e.getClass().getSimpleName())
                                : Answer.unreached(e));
            }
        });
    }

    private Answer judge(Channel channel, Response response) {
        Answer answer = Answer.of(response.code(), response.header("Retry-After"), clock.instant());
        if (answer instanceof Answer.Refused refused) {
            return new Answer.Refused(refused.status(), (refused.reason() + " " + words(channel, response)).strip());
        }
        return answer;
    }

    /** What the receiver says of it, such as Slack's {@code invalid_blocks}, without the address that it may repeat. */
    private static String words(Channel channel, Response response) {
        try {
            String body = channel.url().maskIn(response.peekBody(REASON_BYTES).string());
            HttpUrl url = response.request().url();
            body = url.encodedPath().length() > 1 ? body.replace(url.encodedPath(), "***") : body;
            for (String segment : url.pathSegments()) {
                body = segment.length() >= SECRET_SEGMENT ? body.replace(segment, "***") : body;
            }
            return CleanText.line(body, REASON);
        } catch (IOException e) {
            return "";
        }
    }

    /** Knows whether anything of the request went out. */
    private static final class Departure extends EventListener {
        private final AtomicBoolean left = new AtomicBoolean();

        @Override
        public void requestHeadersStart(Call call) {
            left.set(true);
        }

        boolean hasLeft() {
            return left.get();
        }
    }

    @Override
    public void close() {
        http.dispatcher().cancelAll();
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }
}
