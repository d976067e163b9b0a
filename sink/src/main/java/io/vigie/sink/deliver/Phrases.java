package io.vigie.sink.deliver;

import io.vigie.events.Alert;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a message says of its own, in the language of those who read it. */
enum Phrases {
    FR(
            Locale.FRENCH,
            "Retiré par son éditeur",
            "Suite d'une affaire déjà signalée",
            "%d signalements, %d affaires",
            "Aussi :",
            "et %d de plus",
            "+ %d sur la même affaire",
            "Lire",
            "sans date",
            "modifié",
            "retiré",
            "d MMM yyyy 'à' HH:mm 'UTC'"),
    EN(
            Locale.ENGLISH,
            "Withdrawn by its publisher",
            "More on a story already reported",
            "%d alerts, %d stories",
            "Also:",
            "and %d more",
            "+ %d on the same story",
            "Read",
            "no date",
            "amended",
            "withdrawn",
            "d MMM yyyy, HH:mm 'UTC'");

    private final Locale locale;
    private final String retraction;
    private final String update;
    private final String digest;
    final String also;
    private final String andMore;
    private final String sameStory;
    final String read;
    private final String noDate;
    private final String amended;
    private final String withdrawn;
    private final DateTimeFormatter date;

    Phrases(
            Locale locale,
            String retraction,
            String update,
            String digest,
            String also,
            String andMore,
            String sameStory,
            String read,
            String noDate,
            String amended,
            String withdrawn,
            String date) {
        this.locale = locale;
        this.retraction = retraction;
        this.update = update;
        this.digest = digest;
        this.also = also;
        this.andMore = andMore;
        this.sameStory = sameStory;
        this.read = read;
        this.noDate = noDate;
        this.amended = amended;
        this.withdrawn = withdrawn;
        this.date = DateTimeFormatter.ofPattern(date, locale);
    }

    static Phrases of(Channel.Reader reader) {
        return switch (reader) {
            case FR -> FR;
            case EN -> EN;
        };
    }

    /** What kind of message this is; empty for an alert, which speaks for itself. */
    String kind(Bulletin bulletin) {
        return switch (bulletin.kind()) {
            case ALERT -> "";
            case UPDATE -> update;
            case RETRACTION -> retraction;
            case DIGEST ->
                String.format(
                        locale,
                        digest,
                        bulletin.notices().size(),
                        bulletin.stories().size());
        };
    }

    /** How many stories or reports are not shown. */
    String andMore(int omitted) {
        return String.format(locale, andMore, omitted);
    }

    /** How many other reports a digest has of a story; empty for none. */
    String sameStory(int others) {
        return others == 0 ? "" : String.format(locale, sameStory, others);
    }

    /** How an alert of a digest or an update differs from a new one; empty when it does not. */
    String status(Alert.Status status) {
        return switch (status) {
            case NEW -> "";
            case AMENDED -> amended;
            case RETRACTED -> withdrawn;
        };
    }

    /** In UTC, because readers and outlets are in many places. */
    String date(@Nullable Instant moment) {
        return moment == null ? noDate : date.format(moment.atOffset(ZoneOffset.UTC));
    }

    /** For attributes that say which language a text is in. */
    String tag() {
        return locale.getLanguage();
    }
}
