package io.vigie.sink.deliver;

import io.vigie.events.Alert;
import io.vigie.events.Surge;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a message says of its own, in the language of those who read it: {@code phrases_fr.properties} and its siblings. */
final class Phrases {

    private final Locale locale;
    private final ResourceBundle phrases;
    private final DateTimeFormatter date;

    private Phrases(Locale locale) {
        this.locale = locale;
        this.phrases = ResourceBundle.getBundle(
                Phrases.class.getPackageName() + ".phrases",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        this.date = DateTimeFormatter.ofPattern(phrases.getString("date"), locale);
    }

    static Phrases of(Channel.Reader reader) {
        return new Phrases(
                switch (reader) {
                    case FR -> Locale.FRENCH;
                    case EN -> Locale.ENGLISH;
                });
    }

    private String say(String key, Object... values) {
        return new java.text.MessageFormat(phrases.getString(key), locale).format(values);
    }

    /** What kind of message this is; empty for an alert or a surge, which speaks for itself. */
    String kind(Bulletin bulletin) {
        return switch (bulletin.kind()) {
            case ALERT, SURGE -> "";
            case UPDATE -> say("update");
            case RETRACTION -> say("retraction");
            case DIGEST ->
                Stream.of(
                                counted(
                                        "digest.alerts",
                                        bulletin.alerts().size(),
                                        bulletin.stories().size()),
                                counted("digest.surges", bulletin.surges().size()))
                        .filter(count -> !count.isEmpty())
                        .collect(Collectors.joining(" · "));
        };
    }

    private String counted(String key, int count, Object... more) {
        return count == 0
                ? ""
                : say(key, Stream.concat(Stream.of(count), Stream.of(more)).toArray());
    }

    /** Introduces a further report. */
    String also() {
        return say("also");
    }

    /** The words of a link. */
    String read() {
        return say("read");
    }

    /** How many stories or reports are not shown. */
    String andMore(int omitted) {
        return counted("more", omitted);
    }

    /** How many other reports a digest has of a story; empty for none. */
    String sameStory(int others) {
        return counted("same-story", others);
    }

    /** How an alert of a digest or an update differs from a new one; empty when it does not. */
    String status(Alert.Status status) {
        return switch (status) {
            case NEW -> "";
            case AMENDED -> say("amended");
            case RETRACTED -> say("withdrawn");
        };
    }

    /** In UTC, because readers and outlets are in many places. */
    String date(@Nullable Instant moment) {
        return moment == null ? say("no-date") : date.format(moment.atOffset(ZoneOffset.UTC));
    }

    /** What surges, and where. */
    String headline(Surge surge) {
        return switch (surge.phase()) {
            case STARTED -> say("surge.started", surge.theme(), scope(surge));
            case ENDED -> say("surge.ended", surge.theme(), scope(surge));
        };
    }

    private String scope(Surge surge) {
        String country = surge.country();
        if (surge.outlet() != null) {
            return surge.outlet();
        }
        return country == null ? say("surge.everywhere") : new Locale("", country).getDisplayCountry(locale);
    }

    /** How much there was and when, and how much is usual. */
    String figures(Surge surge) {
        Instant end = surge.end();
        String when = end == null
                ? say("surge.since", date(surge.start()))
                : say("surge.period", date(surge.start()), date(end));
        return String.join(" · ", say("surge.items", surge.items()), when, say("surge.expected", surge.expected()));
    }

    /** For attributes that say which language a text is in. */
    String tag() {
        return locale.getLanguage();
    }
}
