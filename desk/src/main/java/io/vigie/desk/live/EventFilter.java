package io.vigie.desk.live;

import io.vigie.desk.http.BadRequest;
import io.vigie.sink.elastic.AlertDocument;
import io.vigie.sink.elastic.AlertFilter;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The part of a filter that can be decided by looking at an alert. */
final class EventFilter {

    private EventFilter() {}

    /**
     * As a predicate.
     *
     * @throws BadRequest when it asks for words or times, which only the index can find
     */
    static Predicate<AlertDocument> of(AlertFilter filter) {
        if (filter.text() != null || filter.from() != null || filter.to() != null) {
            throw new BadRequest("a stream takes theme, minScore, language, outlet, country, status and story only");
        }
        return alert -> is(filter.language(), alert.language())
                && is(filter.outlet(), alert.outlet().id())
                && is(filter.country(), alert.outlet().country())
                && is(filter.storyId(), alert.storyId())
                && (filter.status() == null || filter.status() == alert.status())
                && hasTheme(filter, alert);
    }

    private static boolean is(@Nullable String wanted, @Nullable String there) {
        return wanted == null || wanted.equals(there);
    }

    private static boolean hasTheme(AlertFilter filter, AlertDocument alert) {
        String theme = filter.theme();
        Double least = filter.minScore();
        return (theme == null && least == null)
                || alert.themes().stream()
                        .anyMatch(each -> is(theme, each.theme()) && (least == null || each.score() >= least));
    }
}
