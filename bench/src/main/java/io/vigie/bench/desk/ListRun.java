package io.vigie.bench.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** Asks for lists, one after the other on one connection, no two alike in a row. */
final class ListRun {

    private static final int WARM_UP = 5;
    private static final int PAGES = 20;
    private static final List<String> WORDS =
            List.of("missiles", "Castelno", "artillery", "garde-côtes", "Halvorsund", "contract", "Artilleriegranaten");

    private final URI desk;
    private final HttpClient http;
    private final ObjectMapper json = new ObjectMapper();

    ListRun(URI desk, HttpClient http) {
        this.desk = desk;
        this.http = http;
    }

    /** Kinds of lists and, of each, the one with a number. */
    private static Map<String, IntFunction<String>> kinds() {
        Map<String, IntFunction<String>> kinds = new LinkedHashMap<>();
        kinds.put("newest", i -> "limit=" + (30 + i % 20));
        kinds.put("theme, score", i -> "theme=" + any(PressAlerts.THEMES, i) + "&minScore=0." + (5 + i % 4) + (i % 7));
        kinds.put("country, days", i -> "country=" + any(PressAlerts.COUNTRIES, i) + "&since=" + (1 + i % 60) + "d");
        kinds.put("outlet, language", i -> "outlet=outlet-" + i % PressAlerts.OUTLETS + "&language=fr");
        kinds.put("words", i -> "q=" + any(WORDS, i) + "&limit=" + (30 + i % 20));
        kinds.put("words, theme", i -> "q=" + any(WORDS, i + 1) + "&theme=" + any(PressAlerts.THEMES, i));
        return kinds;
    }

    private static String any(List<String> choices, int number) {
        return choices.get(number % choices.size());
    }

    /**
     * Asks every kind of list.
     *
     * @param questions of each kind
     * @return by kind, in the order in which they were asked
     */
    Map<String, Timings> run(int questions) throws IOException, InterruptedException {
        Map<String, Timings> timings = new LinkedHashMap<>();
        for (Map.Entry<String, IntFunction<String>> kind : kinds().entrySet()) {
            List<Long> took = new ArrayList<>();
            for (int i = -questions / WARM_UP; i < questions; i++) {
                long nanos = ask(kind.getValue().apply(Math.abs(i)), new ArrayList<>());
                if (i >= 0) {
                    took.add(nanos);
                }
            }
            timings.put(kind.getKey(), Timings.ofNanos(took));
        }
        timings.put("by cursor, page after page", pages(questions));
        return timings;
    }

    private Timings pages(int questions) throws IOException, InterruptedException {
        List<Long> took = new ArrayList<>();
        while (took.size() < questions) {
            String list = "limit=50&theme=" + any(PressAlerts.THEMES, took.size() / PAGES);
            List<String> next = new ArrayList<>();
            ask(list, next);
            for (int page = 1; page < PAGES && !next.isEmpty(); page++) {
                String cursor = next.remove(0);
                took.add(ask(list + "&cursor=" + cursor, next));
            }
        }
        return Timings.ofNanos(took);
    }

    /** How long one answer took; its cursor, when there is one, is added to {@code next}. */
    private long ask(String query, List<String> next) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(desk.resolve("/api/alerts?" + query)).build();
        long began = System.nanoTime();
        HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
        long took = System.nanoTime() - began;
        if (answer.statusCode() != 200) {
            throw new IOException(request.uri() + " answered " + answer.statusCode());
        }
        JsonNode page = json.readTree(answer.body());
        if (page.path("next").isTextual()) {
            next.add(page.path("next").asText());
        }
        return took;
    }
}
