package io.vigie.cli.demo;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Sends answers by the rules of HTTP: GET and HEAD only, validators, and 304 when the reader has it already. */
final class SiteHandler implements HttpHandler {

    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Function<String, Answer> answers;
    private final Consumer<Answer.Page> read;

    /**
     * Serves one host.
     *
     * @param answers by path
     * @param read told of each page whose text, or whose absence, is sent
     */
    SiteHandler(Function<String, Answer> answers, Consumer<Answer.Page> read) {
        this.answers = answers;
        this.read = read;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String method = exchange.getRequestMethod();
            if (!method.equals("GET") && !method.equals("HEAD")) {
                exchange.getResponseHeaders().set("Allow", "GET, HEAD");
                exchange.sendResponseHeaders(405, -1);
                return;
            }
            Answer answer = answers.apply(exchange.getRequestURI().getPath());
            describe(answer, exchange.getResponseHeaders());
            if (answer.status() == 200 && isKnown(answer, exchange.getRequestHeaders())) {
                exchange.sendResponseHeaders(304, -1);
            } else if (method.equals("HEAD")) {
                exchange.getResponseHeaders().set("Content-Length", Integer.toString(answer.bytes().length));
                exchange.sendResponseHeaders(answer.status(), -1);
            } else {
                send(answer, exchange);
            }
        }
    }

    private void send(Answer answer, HttpExchange exchange) throws IOException {
        byte[] body = answer.bytes();
        exchange.sendResponseHeaders(answer.status(), body.length);
        if (answer.page() != null) {
            // Before the last byte leaves: whoever has the page can rely on its being counted.
            read.accept(answer.page());
        }
        exchange.getResponseBody().write(body);
    }

    private static void describe(Answer answer, Headers headers) {
        headers.set(
                "Content-Type",
                answer.mediaType() + "; charset=" + answer.charset().name());
        if (answer.modified() != null) {
            headers.set("ETag", answer.etag());
            headers.set("Last-Modified", HTTP_DATE.format(answer.modified()));
        }
    }

    /** Whether the reader's validators still hold (RFC 9110, 13.2.2: an entity tag outranks a date). */
    private static boolean isKnown(Answer answer, Headers request) {
        if (answer.modified() == null) {
            return false;
        }
        String tags = request.getFirst("If-None-Match");
        if (tags != null) {
            return Arrays.stream(tags.split(","))
                    .map(tag -> tag.strip().replaceFirst("^W/", ""))
                    .anyMatch(tag -> tag.equals("*") || tag.equals(answer.etag()));
        }
        Instant since = date(request.getFirst("If-Modified-Since"));
        return since != null
                && !answer.modified().truncatedTo(ChronoUnit.SECONDS).isAfter(since);
    }

    private static @Nullable Instant date(@Nullable String header) {
        try {
            return header == null
                    ? null
                    : ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant();
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
