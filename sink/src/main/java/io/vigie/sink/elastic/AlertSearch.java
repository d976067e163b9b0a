package io.vigie.sink.elastic;

import co.elastic.clients.elasticsearch._types.query_dsl.Operator;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.SimpleQueryStringFlag;
import co.elastic.clients.elasticsearch.core.search.Highlight;
import co.elastic.clients.elasticsearch.core.search.HighlightField;
import co.elastic.clients.elasticsearch.core.search.HighlighterType;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vigie.events.Alert;
import io.vigie.events.json.JsonCodec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Builds what is asked of Elasticsearch. Pure. */
final class AlertSearch {

    private static final List<String> LANGUAGES = List.of("fr", "en", "de", "es", "it", "cjk");
    private static final ObjectMapper MAPPER = JsonCodec.mapper();
    private static final String HEADLINE = "headline";
    private static final String BODY = "body";
    private static final String HEADLINE_WEIGHT = "^3";
    private static final int PASSAGES = 3;
    private static final int PASSAGE_LENGTH = 200;

    /** A long body must not make the whole search fail, as it does beyond the index's own limit of a million. */
    private static final int HIGHLIGHTED_UNITS = 200_000;

    private AlertSearch() {}

    static Query query(AlertFilter filter) {
        List<Query> filters = new ArrayList<>();
        term(filters, "language", filter.language());
        term(filters, "outlet.id", filter.outlet());
        term(filters, "outlet.country", filter.country());
        term(filters, "storyId", filter.storyId());
        Alert.Status status = filter.status();
        if (status != null) {
            term(filters, "status", MAPPER.convertValue(status, String.class));
        }
        if (filter.theme() != null || filter.minScore() != null) {
            filters.add(themes(filter));
        }
        if (filter.from() != null || filter.to() != null) {
            filters.add(Query.of(q -> q.range(r -> r.date(d -> {
                d.field("detectedAt");
                if (filter.from() != null) {
                    d.gte(filter.from().toString());
                }
                if (filter.to() != null) {
                    d.lt(filter.to().toString());
                }
                return d;
            }))));
        }
        String text = filter.text();
        if (text != null && !text.isBlank()) {
            filters.add(words(text));
        }
        return Query.of(q -> q.bool(b -> b.filter(filters)));
    }

    /**
     * What may have passed the filter at a moment: all that did, and some that did not, because a document does not keep
     * apart what its revisions were.
     */
    static Query asOf(AlertFilter filter, Instant moment) {
        List<Query> filters = new ArrayList<>();
        term(filters, "language", filter.language());
        term(filters, "outlet.id", filter.outlet());
        term(filters, "outlet.country", filter.country());
        term(filters, "storyId", filter.storyId());
        filters.add(either(readBy("detectedAt", moment), readBy("history.detectedAt", moment)));
        String theme = filter.theme();
        if (theme != null) {
            filters.add(either(
                    themes(AlertFilter.ALL.withTheme(theme)),
                    Query.of(q -> q.term(t -> t.field("history.themes").value(theme)))));
        }
        Instant from = filter.from();
        if (from != null) {
            filters.add(Query.of(q ->
                    q.range(r -> r.date(d -> d.field("detectedAt").gte(from.toString())))));
        }
        return Query.of(q -> q.bool(b -> b.filter(filters)));
    }

    private static Query readBy(String field, Instant moment) {
        return Query.of(q -> q.range(r -> r.date(d -> d.field(field).lte(moment.toString()))));
    }

    private static Query either(Query one, Query other) {
        return Query.of(q -> q.bool(b -> b.should(one, other).minimumShouldMatch("1")));
    }

    private static Query themes(AlertFilter filter) {
        List<Query> of = new ArrayList<>();
        term(of, "themes.theme", filter.theme());
        Double least = filter.minScore();
        if (least != null) {
            of.add(Query.of(
                    q -> q.range(r -> r.number(n -> n.field("themes.score").gte(least)))));
        }
        return Query.of(q -> q.nested(n -> n.path("themes").query(in -> in.bool(b -> b.filter(of)))));
    }

    /** A syntax that has no errors, for people who type; only the harmless operators of it. */
    private static Query words(String text) {
        List<String> fields = Stream.concat(analysed(HEADLINE).map(field -> field + HEADLINE_WEIGHT), analysed(BODY))
                .toList();
        return Query.of(q -> q.simpleQueryString(s -> s.query(text)
                .fields(fields)
                .defaultOperator(Operator.And)
                .lenient(true)
                .flags(
                        SimpleQueryStringFlag.And,
                        SimpleQueryStringFlag.Or,
                        SimpleQueryStringFlag.Not,
                        SimpleQueryStringFlag.Phrase,
                        SimpleQueryStringFlag.Prefix,
                        SimpleQueryStringFlag.Whitespace)));
    }

    /** The field itself and its sub-field for each language. */
    private static Stream<String> analysed(String field) {
        return Stream.concat(Stream.of(field), LANGUAGES.stream().map(language -> field + "." + language));
    }

    static Highlight highlight() {
        return Highlight.of(h -> h.type(HighlighterType.Unified)
                .preTags(String.valueOf(io.vigie.sink.elastic.Highlight.OPEN))
                .postTags(String.valueOf(io.vigie.sink.elastic.Highlight.CLOSE))
                .maxAnalyzedOffset(HIGHLIGHTED_UNITS)
                .fields(HEADLINE, highlighted(HEADLINE).numberOfFragments(0).build())
                .fields(
                        BODY,
                        highlighted(BODY)
                                .numberOfFragments(PASSAGES)
                                .fragmentSize(PASSAGE_LENGTH)
                                .build()));
    }

    private static HighlightField.Builder highlighted(String field) {
        return new HighlightField.Builder().matchedFields(analysed(field).toList());
    }

    private static void term(List<Query> filters, String field, @Nullable String value) {
        if (value != null) {
            filters.add(Query.of(q -> q.term(t -> t.field(field).value(value))));
        }
    }
}
