package io.vigie.sink.deliver;

import io.vigie.events.Alert;
import io.vigie.events.Alert.Status;
import io.vigie.events.AlertNotice;
import io.vigie.events.Evidence;
import io.vigie.events.Notice;
import io.vigie.events.Surge;
import io.vigie.events.SurgeNotice;
import io.vigie.events.ThemeMatch;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Decides which channels are told of an alert or a surge, and cuts it down to what a message needs. Pure. */
final class Notices {

    /** What was read longer ago is history, for example when a topic is replayed: nobody is told of it. */
    static final Duration NEWS = ChannelQueue.EXPIRY;

    private static final int MOST_THEMES = 10;
    private static final int MOST_EVIDENCE = 3;
    private static final int MOST_MARKS = 50;
    private static final int LONGEST_HEADLINE = 1_000;
    private static final int LONGEST_QUOTE = 1_000;
    private static final int LONGEST_ADDRESS = 4_000;

    private Notices() {}

    static List<Notice> of(Alert alert, List<Channel> channels, Instant now) {
        if (alert.detectedAt().plus(NEWS).isBefore(now)) {
            return List.of();
        }
        return channels.stream().flatMap(channel -> notice(alert, channel, now)).toList();
    }

    /** Of a surge that is over, its end must not be history. */
    static List<Notice> of(Surge surge, List<Channel> channels, Instant now) {
        Instant moment = Objects.requireNonNullElse(surge.end(), surge.start());
        if (moment.plus(NEWS).isBefore(now)) {
            return List.of();
        }
        return channels.stream()
                .filter(channel -> channel.surges() && channel.route().wants(surge))
                .<Notice>map(channel -> new SurgeNotice(channel.id(), surge, now))
                .toList();
    }

    private static Stream<Notice> notice(Alert alert, Channel channel, Instant now) {
        Route route = channel.route();
        if (route.losesInterest(alert)) {
            // Without themes it withdraws; a retracted alert carries those it had, for whoever searches it.
            return Stream.of(notice(alert, channel, alert.status() == Status.RETRACTED, now));
        }
        return route.wants(alert) ? Stream.of(notice(alert, channel, true, now)) : Stream.empty();
    }

    private static AlertNotice notice(Alert alert, Channel channel, boolean withThemes, Instant now) {
        return new AlertNotice(
                channel.id(),
                alert.alertId(),
                alert.revision(),
                alert.status(),
                address(alert.url()),
                cut(alert.headline(), LONGEST_HEADLINE),
                alert.language(),
                alert.outlet(),
                alert.datePublished(),
                alert.detectedAt(),
                withThemes
                        ? alert.themes().stream()
                                .limit(MOST_THEMES)
                                .map(Notices::theme)
                                .toList()
                        : List.of(),
                alert.storyId(),
                now);
    }

    private static ThemeMatch theme(ThemeMatch match) {
        return new ThemeMatch(
                match.theme(),
                match.score(),
                match.evidence().stream()
                        .limit(MOST_EVIDENCE)
                        .map(Notices::evidence)
                        .toList());
    }

    private static Evidence evidence(Evidence whole) {
        String quote = cut(whole.quote(), LONGEST_QUOTE);
        return new Evidence(
                whole.rule(),
                whole.field(),
                whole.start(),
                whole.start() + quote.length(),
                quote,
                whole.marks().stream()
                        .filter(mark -> mark.end() <= quote.length())
                        .limit(MOST_MARKS)
                        .toList());
    }

    /** An address that no message can carry is replaced by the front page it leads to. */
    private static URI address(URI url) {
        return url.toString().length() <= LONGEST_ADDRESS ? url : url.resolve("/");
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }
}
