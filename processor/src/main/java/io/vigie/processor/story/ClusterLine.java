package io.vigie.processor.story;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vigie.events.json.JsonCodec;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The contract of {@code vigie cluster}: items as JSON lines in, their stories as JSON lines out, in the same order.
 *
 * <pre>
 * {"id":"7","title":"…","text":"…","language":"fr","published":"2025-04-09"}
 * {"id":"7","storyId":"3"}
 * </pre>
 *
 * The file is the whole stream: its items are taken in by order of publication, undated ones last, and stories that a
 * later item showed to be one are given one id. A line that cannot be read is answered with {@code {"error":…}}. Not
 * thread-safe.
 */
public final class ClusterLine {

    private final ObjectMapper mapper = JsonCodec.mapper();
    private final StorySettings settings;
    private final Fingerprinter fingerprinter;
    private final List<Line> lines = new ArrayList<>();

    /** No lines yet. */
    public ClusterLine(StorySettings settings, Fingerprinter fingerprinter) {
        this.settings = settings;
        this.fingerprinter = fingerprinter;
    }

    /** An item or the reason why a line is none. */
    private record Line(
            @Nullable Fingerprint item, @Nullable String error) {}

    /** What comes in. */
    record In(
            String id,
            @Nullable String title,
            @Nullable String text,
            @Nullable String language,
            @Nullable String published) {}

    /** What goes out. */
    record Out(
            @Nullable String id,
            @Nullable String storyId,
            @Nullable String error) {}

    /** Takes one line in. */
    public void take(String json) {
        try {
            In in = mapper.readValue(json, In.class);
            if (in == null || in.id() == null) {
                lines.add(new Line(null, "an item needs an id"));
                return;
            }
            lines.add(new Line(
                    fingerprinter.of(
                            in.id(), instant(in.published()), in.language(), orEmpty(in.title()), orEmpty(in.text())),
                    null));
        } catch (JsonProcessingException e) {
            lines.add(new Line(null, e.getOriginalMessage()));
        }
    }

    /** The answers to all lines so far, in their order, without line feeds. */
    public List<String> answers() {
        StoryIndex index = new StoryIndex(settings, new HeapMemory());
        Map<String, String> stories = new HashMap<>();
        lines.stream()
                .map(Line::item)
                .filter(Objects::nonNull)
                .sorted(Comparator.comparing(Fingerprint::at, Comparator.nullsLast(Comparator.naturalOrder())))
                .forEach(item -> stories.computeIfAbsent(item.itemId(), id -> place(index, item, stories.size())));
        return lines.stream()
                .map(line -> line.item() == null
                        ? new Out(null, null, line.error())
                        : new Out(
                                line.item().itemId(),
                                index.resolve(stories.getOrDefault(
                                        line.item().itemId(), line.item().itemId())),
                                null))
                .map(this::write)
                .toList();
    }

    private static String place(StoryIndex index, Fingerprint item, long age) {
        Sighting seen = index.add(item, age, route -> true);
        return Placement.of(item.itemId(), age, List.of(seen)).storyId();
    }

    private String write(Out out) {
        try {
            return mapper.writeValueAsString(out);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer that Jackson cannot write", e);
        }
    }

    /** ISO-8601 with or without time and zone; {@code null} when absent or unreadable. */
    static @Nullable Instant instant(@Nullable String published) {
        if (published == null || published.length() < 10) {
            return null;
        }
        try {
            return OffsetDateTime.parse(published).toInstant();
        } catch (DateTimeParseException e) {
            return day(published.substring(0, 10));
        }
    }

    private static @Nullable Instant day(String date) {
        try {
            return LocalDate.parse(date).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
