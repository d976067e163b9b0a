package io.vigie.desk;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A client of the event stream that keeps what it hears. */
final class EventReader implements AutoCloseable {

    /**
     * What was heard.
     *
     * @param id empty when the event has none
     * @param type for example {@code alert}
     * @param data one line
     */
    record Event(String id, String type, String data) {}

    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final int status;
    private final InputStream body;

    private EventReader(HttpResponse<InputStream> response) {
        status = response.statusCode();
        body = response.body();
        Thread thread = new Thread(this::read, "event-reader");
        thread.setDaemon(true);
        thread.start();
    }

    static EventReader open(HttpClient http, URI address, @Nullable String lastEventId) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address);
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        try {
            return new EventReader(http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void read() {
        String id = "";
        String type = "";
        String data = "";
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty() && !type.isEmpty()) {
                    events.add(new Event(id, type, data));
                    id = "";
                    type = "";
                    data = "";
                } else if (line.startsWith("id: ")) {
                    id = line.substring(4);
                } else if (line.startsWith("event: ")) {
                    type = line.substring(7);
                } else if (line.startsWith("data: ")) {
                    data = line.substring(6);
                }
            }
        } catch (IOException e) {
            // The stream ended, as streams do.
        }
    }

    int status() {
        return status;
    }

    List<Event> alerts() {
        return events.stream().filter(event -> event.type().equals("alert")).toList();
    }

    boolean heard(String type) {
        return events.stream().anyMatch(event -> event.type().equals(type));
    }

    @Override
    public void close() throws IOException {
        body.close();
    }
}
