package io.vigie.desk.api;

import io.vigie.sink.elastic.AlertDocument;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An alert as a line of CSV (RFC 4180). A field that a spreadsheet would take for a formula begins with an apostrophe:
 * headlines are written by strangers.
 */
final class CsvLine {

    static final String HEADER = "detectedAt,datePublished,status,revision,outlet,country,language,themes,headline,"
            + "evidence,url,storyId,alertId\r\n";

    private static final String FORMULA = "=+-@\t\r";

    private CsvLine() {}

    static String of(AlertDocument alert) {
        return List.of(
                                field(alert.detectedAt()),
                                field(alert.datePublished()),
                                field(alert.status().name().toLowerCase(Locale.ROOT)),
                                field(alert.revision()),
                                field(alert.outlet().name()),
                                field(alert.outlet().country()),
                                field(alert.language()),
                                field(alert.themes().stream()
                                        .map(theme -> theme.theme() + ":" + theme.score())
                                        .collect(Collectors.joining(" "))),
                                field(alert.headline()),
                                field(alert.evidence().stream()
                                        .map(AlertDocument.ThemeEvidence::quote)
                                        .findFirst()
                                        .orElse(null)),
                                field(alert.url()),
                                field(alert.storyId()),
                                field(alert.alertId()))
                        .stream()
                        .collect(Collectors.joining(","))
                + "\r\n";
    }

    private static String field(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        String text = value.toString();
        String safe = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.matches("(?s).*[\",\r\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
