package io.vigie.processor.watch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.vigie.events.Classification;
import io.vigie.events.Evidence;
import io.vigie.events.RuleError;
import io.vigie.events.json.JsonCodec;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line in, one line out: the contract of {@code vigie classify}.
 *
 * <pre>
 * {"id":"7","title":"…","text":"…","language":"fr"}
 * {"id":"7","language":"fr","themes":[{"theme":"ukraine-support","score":0.8125,"evidence":[{"rule":…,"field":"body","quote":…,"start":0,"end":42}]}]}
 * </pre>
 *
 * A line that cannot be read gives {@code {"error":…}}. An answer with {@code errors} is partial. Thread-safe.
 */
public final class ClassifyLine {

    private final Classifier classifier;
    private final ObjectReader reader;
    private final ObjectWriter writer;

    public ClassifyLine(Classifier classifier) {
        ObjectMapper mapper = JsonCodec.mapper();
        this.classifier = classifier;
        this.reader = mapper.readerFor(In.class);
        this.writer = mapper.writerFor(Out.class);
    }

    /** What comes in. */
    record In(
            @Nullable String id,
            @Nullable String title,
            @Nullable String text,
            @Nullable String language,
            @Nullable String url) {}

    /** What goes out. */
    record Out(
            @Nullable String id,
            @Nullable String language,
            @Nullable List<OutTheme> themes,
            @Nullable List<RuleError> errors,
            @Nullable String error) {}

    /** A theme, its score rounded to four decimals. */
    record OutTheme(String theme, double score, List<OutEvidence> evidence) {}

    /** Evidence in the order of fields that the contract shows. */
    record OutEvidence(String rule, Evidence.Field field, String quote, int start, int end) {}

    /**
     * Answers one line.
     *
     * @param json the item
     * @return one line of JSON, without its line feed
     */
    public String answer(String json) {
        Out out;
        try {
            In in = reader.readValue(json);
            out = in == null ? failed("null is not an item") : answer(in);
        } catch (JsonProcessingException e) {
            out = failed(e.getOriginalMessage());
        }
        try {
            String line = writer.writeValueAsString(out);
            // A quote is verbatim even where the text holds half a surrogate pair, which UTF-8 cannot write.
            return StandardCharsets.UTF_8.newEncoder().canEncode(line)
                    ? line
                    : writer.with(JsonWriteFeature.ESCAPE_NON_ASCII).writeValueAsString(out);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer that Jackson cannot write", e);
        }
    }

    private Out answer(In in) {
        Classification result = classifier.classify(orEmpty(in.title()), orEmpty(in.text()), in.language());
        return new Out(
                in.id(),
                result.language(),
                result.themes().stream()
                        .map(match -> new OutTheme(
                                match.theme(),
                                Math.round(match.score() * 10_000) / 10_000.0,
                                evidence(match.evidence())))
                        .toList(),
                result.errors().isEmpty() ? null : result.errors(),
                null);
    }

    private static List<OutEvidence> evidence(List<Evidence> evidence) {
        return evidence.stream()
                .map(e -> new OutEvidence(e.rule(), e.field(), e.quote(), e.start(), e.end()))
                .toList();
    }

    private static Out failed(String message) {
        return new Out(null, null, null, null, message);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
