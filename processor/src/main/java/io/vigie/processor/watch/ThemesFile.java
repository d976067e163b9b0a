package io.vigie.processor.watch;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonFormat.Feature;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The shape of {@code themes.yaml}, before anything in it is understood. */
record ThemesFile(
        @Nullable Map<String, Map<String, List<String>>> lists,
        @Nullable List<ThemeEntry> themes) {

    /** One entry of {@code themes}. */
    record ThemeEntry(
            @Nullable String id,
            @Nullable Map<String, String> name,
            @Nullable Double threshold,
            @Nullable Double headline,
            @Nullable Double context,
            @Nullable List<RuleEntry> rules,
            @Nullable Map<String, ExamplesEntry> examples) {}

    /** One entry of {@code rules}. */
    record RuleEntry(
            @Nullable String id,

            @JsonFormat(with = Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable
            List<String> language,

            @Nullable Double weight,

            @JsonFormat(with = Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable
            List<String> sentence,

            @JsonFormat(with = Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable
            List<String> unless,

            @JsonFormat(with = Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable
            List<String> item,

            @JsonFormat(with = Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable
            List<String> unlessItem) {}

    /** One entry of {@code examples}. */
    record ExamplesEntry(
            @JsonFormat(with = Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable
            List<String> positive,

            @JsonFormat(with = Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable
            List<String> negative) {}

    /** What is not written is as if it were written empty. */
    static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    /** What is not written is as if it were written empty. */
    static <T> Map<String, T> orEmpty(@Nullable Map<String, T> map) {
        return map == null ? Map.of() : map;
    }
}
