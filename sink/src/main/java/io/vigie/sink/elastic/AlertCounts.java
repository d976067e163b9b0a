package io.vigie.sink.elastic;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.DateHistogramBucket;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import io.vigie.sink.elastic.Coverage.Share;
import io.vigie.sink.elastic.Coverage.Slot;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Builds aggregations and reads their answers. Pure. */
final class AlertCounts {

    private static final int MOST_THEMES = 50;
    private static final int LARGEST_STORY_COUNTED = 1_000;
    private static final String TIME = "time";
    private static final String THEMES = "themes";
    private static final String THEME = "theme";
    private static final String OUTLETS = "outlets";
    private static final String COUNTRIES = "countries";
    private static final String LANGUAGES = "languages";
    private static final String NAME = "name";

    private AlertCounts() {}

    static Map<String, Aggregation> coverage(Duration slot) {
        return Map.of(
                TIME,
                Aggregation.of(a -> a.dateHistogram(histogram -> histogram
                                .field("detectedAt")
                                .fixedInterval(interval -> interval.time(slot.toMillis() + "ms"))
                                .minDocCount(0))
                        .aggregations(THEMES, themes())),
                THEMES,
                themes(),
                OUTLETS,
                Aggregation.of(a -> a.terms(terms -> terms.field("outlet.id").size(Coverage.MOST_SHARES))
                        .aggregations(
                                NAME,
                                name -> name.terms(
                                        terms -> terms.field("outlet.name").size(1)))),
                COUNTRIES,
                terms("outlet.country"),
                LANGUAGES,
                terms("language"));
    }

    private static Aggregation themes() {
        return Aggregation.of(a -> a.nested(nested -> nested.path("themes"))
                .aggregations(
                        THEME,
                        theme ->
                                theme.terms(terms -> terms.field("themes.theme").size(MOST_THEMES))));
    }

    private static Aggregation terms(String field) {
        return Aggregation.of(a -> a.terms(terms -> terms.field(field).size(Coverage.MOST_SHARES)));
    }

    static Coverage coverage(long total, Map<String, Aggregate> answers) {
        List<Slot> slots = answer(answers, TIME).dateHistogram().buckets().array().stream()
                .map(AlertCounts::slot)
                .toList();
        return new Coverage(
                total,
                slots,
                shares(themeBuckets(answers)),
                shares(answer(answers, OUTLETS).sterms().buckets().array()),
                shares(answer(answers, COUNTRIES).sterms().buckets().array()),
                shares(answer(answers, LANGUAGES).sterms().buckets().array()));
    }

    /** Elasticsearch answers every aggregation that it was asked for. */
    private static Aggregate answer(Map<String, Aggregate> answers, String name) {
        return Objects.requireNonNull(answers.get(name), name);
    }

    private static Slot slot(DateHistogramBucket bucket) {
        return new Slot(
                Instant.ofEpochMilli(bucket.key()),
                bucket.docCount(),
                themeBuckets(bucket.aggregations()).stream()
                        .collect(Collectors.toMap(each -> each.key().stringValue(), StringTermsBucket::docCount)));
    }

    private static List<StringTermsBucket> themeBuckets(Map<String, Aggregate> answers) {
        return answer(answer(answers, THEMES).nested().aggregations(), THEME)
                .sterms()
                .buckets()
                .array();
    }

    private static List<Share> shares(List<StringTermsBucket> buckets) {
        return buckets.stream().map(AlertCounts::share).toList();
    }

    private static Share share(StringTermsBucket bucket) {
        String id = bucket.key().stringValue();
        String name = Optional.ofNullable(bucket.aggregations().get(NAME))
                .flatMap(names -> names.sterms().buckets().array().stream().findFirst())
                .map(first -> first.key().stringValue())
                .orElse(id);
        return new Share(id, name, bucket.docCount());
    }

    static Query ofStories(Collection<String> storyIds) {
        List<FieldValue> ids = storyIds.stream().map(FieldValue::of).toList();
        return Query.of(q -> q.terms(terms -> terms.field("storyId").terms(values -> values.value(ids))));
    }

    static Aggregation stories(int number) {
        return Aggregation.of(a -> a.terms(terms -> terms.field("storyId").size(number))
                .aggregations(
                        OUTLETS,
                        outlets -> outlets.cardinality(
                                c -> c.field("outlet.id").precisionThreshold(LARGEST_STORY_COUNTED)))
                .aggregations(LANGUAGES, languages -> languages.cardinality(c -> c.field("language"))));
    }

    static Map<String, StorySize> storySizes(Aggregate answer) {
        return answer.sterms().buckets().array().stream()
                .collect(Collectors.toMap(
                        bucket -> bucket.key().stringValue(),
                        bucket -> new StorySize(
                                bucket.docCount(),
                                answer(bucket.aggregations(), OUTLETS)
                                        .cardinality()
                                        .value(),
                                answer(bucket.aggregations(), LANGUAGES)
                                        .cardinality()
                                        .value())));
    }
}
