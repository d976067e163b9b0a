package io.vigie.desk.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vigie.desk.http.BodyReader.Body;
import io.vigie.desk.http.Reply.Content;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Jetty's requests as calls, and replies as Jetty's responses: guard first, then files, streams and endpoints. */
public final class DeskHandler extends Handler.Abstract {

    private static final Logger log = LoggerFactory.getLogger(DeskHandler.class);

    private static final int LEAST_ZIPPED = 1_024;

    private final Guard guard;
    private final Assets assets;
    private final Routes routes;
    private final Map<String, StreamEndpoint> streams;
    private final Failures failures;
    private final MeterRegistry meters;

    /** Says what an exception of an endpoint means to the caller; empty for what is our own fault. */
    public interface Failures {
        Optional<Reply> reply(RuntimeException failure);
    }

    public DeskHandler(
            Guard guard,
            Assets assets,
            Routes routes,
            Map<String, StreamEndpoint> streams,
            Failures failures,
            MeterRegistry meters) {
        this.guard = guard;
        this.assets = assets;
        this.routes = routes;
        this.streams = Map.copyOf(streams);
        this.failures = failures;
        this.meters = meters;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        SecurityHeaders.ALL.forEach(response.getHeaders()::put);
        BodyReader.read(request, body -> {
            try {
                handle(request, body, response, callback);
            } catch (RuntimeException e) {
                callback.failed(e);
            }
        });
        return true;
    }

    private void handle(Request request, Body body, Response response, Callback callback) {
        if (body instanceof Body.Missing missing) {
            callback.failed(missing.cause());
            return;
        }
        if (body instanceof Body.TooLong tooLong && tooLong.more()) {
            response.getHeaders().put("Connection", "close");
        }
        try {
            Call head = call(request);
            Optional<Reply> refusal = guard.refusal(head);
            StreamEndpoint stream = streams.get(head.path());
            if (refusal.isEmpty() && stream != null && head.method().equals("GET")) {
                open(stream.open(head), head, response, callback);
                return;
            }
            Reply reply = refusal.isPresent() ? refusal.get() : answer(head, body);
            count(request, reply);
            send(reply, head, request, response, callback);
        } catch (BadRequest e) {
            send(Reply.problem(400, "Bad request", String.valueOf(e.getMessage())), null, request, response, callback);
        }
    }

    private Reply answer(Call head, Body body) {
        Optional<Reply> asset =
                head.method().equals("GET") || head.method().equals("HEAD") ? assets.answer(head) : Optional.empty();
        if (asset.isPresent()) {
            return asset.get();
        }
        if (!(body instanceof Body.Whole whole)) {
            throw new BadRequest("a body has " + BodyReader.LONGEST + " bytes at most");
        }
        Call call = new Call(head.method(), head.path(), head.query(), head.headers(), Map.of(), whole.bytes());
        try {
            return routes.answer(call);
        } catch (RuntimeException e) {
            Optional<Reply> known = failures.reply(e);
            if (known.isEmpty()) {
                log.atError().setCause(e).addKeyValue("path", call.path()).log("request failed");
            }
            return known.orElseGet(() -> Reply.problem(500, "Internal error", "see the desk's log"));
        }
    }

    private static Call call(Request request) {
        Map<String, String> headers = new HashMap<>();
        for (HttpField field : request.getHeaders()) {
            headers.putIfAbsent(field.getLowerCaseName(), field.getValue() == null ? "" : field.getValue());
        }
        String path = request.getHttpURI().getDecodedPath();
        return new Call(
                request.getMethod().toUpperCase(Locale.ROOT),
                path == null || !path.startsWith("/") ? "/" : path,
                query(request),
                headers,
                Map.of(),
                new byte[0]);
    }

    private static Map<String, List<String>> query(Request request) {
        Fields fields;
        try {
            fields = Request.extractQueryParameters(request);
        } catch (RuntimeException e) {
            throw new BadRequest("the query is not well formed");
        }
        Map<String, List<String>> query = new LinkedHashMap<>();
        fields.forEach(field -> query.put(field.getName(), new ArrayList<>(field.getValues())));
        return query;
    }

    private static void open(StreamEndpoint.Decision decision, Call head, Response response, Callback callback) {
        if (decision instanceof StreamEndpoint.Decision.Taken taken) {
            response.setStatus(200);
            response.getHeaders().put("Content-Type", "text/event-stream; charset=utf-8");
            response.getHeaders().put("Cache-Control", "no-store");
            response.getHeaders().put("X-Accel-Buffering", "no");
            taken.begin().accept(new EventStream(response, callback));
        } else if (decision instanceof StreamEndpoint.Decision.Refused refused) {
            send(refused.reply(), head, response.getRequest(), response, callback);
        }
    }

    private static void send(Reply reply, @Nullable Call call, Request request, Response response, Callback callback) {
        response.setStatus(reply.status());
        reply.headers().forEach(response.getHeaders()::put);
        boolean head = request.getMethod().equalsIgnoreCase("HEAD");
        if (reply.content() instanceof Content.Bytes bytes) {
            byte[] sent = zipped(bytes.bytes(), reply, call, response);
            if (reply.status() != 304) {
                response.getHeaders().put("Content-Length", sent.length);
            }
            response.write(true, head ? null : ByteBuffer.wrap(sent), callback);
        } else if (reply.content() instanceof Content.Stream stream) {
            write(stream, head, request, response, callback);
        }
    }

    private static void write(
            Content.Stream stream, boolean head, Request request, Response response, Callback callback) {
        if (head) {
            response.write(true, null, callback);
            return;
        }
        try (OutputStream out = Response.asBufferedOutputStream(request, response)) {
            stream.writer().writeTo(out);
        } catch (IOException | RuntimeException e) {
            log.atInfo().addKeyValue("cause", e.toString()).log("an export broke off");
            callback.failed(e);
            return;
        }
        callback.succeeded();
    }

    private static byte[] zipped(byte[] bytes, Reply reply, @Nullable Call call, Response response) {
        boolean wanted =
                call != null && call.header("accept-encoding").orElse("").contains("gzip");
        if (!wanted || bytes.length < LEAST_ZIPPED || reply.headers().containsKey("Content-Encoding")) {
            return bytes;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 4);
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(bytes);
        } catch (IOException e) {
            return bytes;
        }
        response.getHeaders().put("Content-Encoding", "gzip");
        response.getHeaders().put("Vary", "Accept-Encoding");
        return out.toByteArray();
    }

    private void count(Request request, Reply reply) {
        Timer.builder("vigie.desk.requests")
                .description("Requests answered, event streams left out")
                .tag("status", Integer.toString(reply.status()))
                .register(meters)
                .record(System.nanoTime() - request.getBeginNanoTime(), TimeUnit.NANOSECONDS);
    }
}
