package io.vigie.embedded.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A connection in the Chrome DevTools Protocol: commands with answers, and events. */
final class DevTools implements AutoCloseable {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int PATIENCE_SECONDS = 30;

    private final AtomicInteger ids = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
    private final List<Consumer<JsonNode>> listeners = new CopyOnWriteArrayList<>();
    private final WebSocket socket;

    DevTools(URI address) {
        socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(address, new Reader())
                .join();
    }

    /** Hears of every event. */
    void listen(Consumer<JsonNode> listener) {
        listeners.add(listener);
    }

    /**
     * Sends a command and waits for its result.
     *
     * @param session of a tab; absent for the browser itself
     */
    JsonNode send(@Nullable String session, String method, Map<String, ?> parameters) {
        int id = ids.incrementAndGet();
        ObjectNode message = MAPPER.createObjectNode().put("id", id).put("method", method);
        message.set("params", MAPPER.valueToTree(parameters));
        if (session != null) {
            message.put("sessionId", session);
        }
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        waiting.put(id, answer);
        try {
            synchronized (socket) {
                socket.sendText(message.toString(), true).join();
            }
            JsonNode answered = answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (answered.has("error")) {
                throw new IllegalStateException(method + ": " + answered.get("error"));
            }
            return answered.path("result");
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(method + " had no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            waiting.remove(id);
        }
    }

    private void take(String text) {
        JsonNode message;
        try {
            message = MAPPER.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        CompletableFuture<JsonNode> answer = waiting.get(message.path("id").asInt(-1));
        if (answer != null) {
            answer.complete(message);
        } else {
            listeners.forEach(listener -> listener.accept(message));
        }
    }

    @Override
    public void close() {
        socket.abort();
    }

    private final class Reader implements WebSocket.Listener {

        private final StringBuilder parts = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            parts.append(data);
            if (last) {
                String whole = parts.toString();
                parts.setLength(0);
                take(whole);
            }
            from.request(1);
            return null;
        }
    }
}
