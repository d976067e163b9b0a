package io.vigie.desk.brief;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** The words around the stories, in the reader's language. */
final class Words {

    private final ResourceBundle bundle;
    private final Locale locale;
    private final ZoneId zone;

    private Words(ResourceBundle bundle, Locale locale, ZoneId zone) {
        this.bundle = bundle;
        this.locale = locale;
        this.zone = zone;
    }

    /** French for {@code fr}, else English. */
    static Words of(String language, ZoneId zone) {
        Locale locale = language.equals("fr") ? Locale.FRENCH : Locale.ENGLISH;
        ResourceBundle.Control noFallback =
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        return new Words(ResourceBundle.getBundle("io.vigie.desk.brief.words", locale, noFallback), locale, zone);
    }

    String language() {
        return locale.getLanguage();
    }

    String get(String key, Object... values) {
        return new MessageFormat(bundle.getString(key), locale).format(values);
    }

    /** Name of a theme; its id when it has none in this language. */
    String theme(String id) {
        try {
            return bundle.getString("theme." + id);
        } catch (MissingResourceException e) {
            return id;
        }
    }

    String day(Instant moment) {
        return DateTimeFormatter.ofPattern(bundle.getString("format.day"), locale)
                .withZone(zone)
                .format(moment);
    }

    String time(Instant moment) {
        return DateTimeFormatter.ofPattern(bundle.getString("format.time"), locale)
                .withZone(zone)
                .format(moment);
    }
}
