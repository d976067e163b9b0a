package io.vigie.ingest.dates;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates in running text, as a page shows them to people. */
public final class VisibleDates {

    /**
     * A date in a text.
     *
     * @param stated as written, its time included where one follows
     * @param date the same, understood
     * @param start where it stands in the text
     */
    public record Found(String stated, OffsetDateTime date, int start) {}

    private static final int LONGEST_TEXT = 4096;

    private static final String TIME = "(?:[\\s,|–—-]{0,4}(?:à|at|um|ore|o|a las|às|kl\\.?|klo|в|о)?\\s?"
            + "\\d{1,2}[:hH]\\d{2}(?::\\d{2})?(?:\\s?[aApP]\\.?[mM]\\b\\.?)?"
            + "(?:\\s?(?:GMT|UTC|CES?T|E[SD]?T|JST|KST|BST|MSK|EES?T|AES?T)\\b)?)?";

    private static final List<Pattern> FORMS = List.of(
            Pattern.compile("(?<!\\d)\\d{4}([-/.])\\d{1,2}\\1\\d{1,2}(?!\\d)(?:T[\\d:.]+(?:Z|[+-]\\d{2}:?\\d{2})?|"
                    + TIME + ")"),
            Pattern.compile("(?:令和|民國|中華民國)?\\s?(?:\\d{1,4}|元)\\s?[年년]\\s?\\d{1,2}\\s?[月월]\\s?\\d{1,2}\\s?[日號号일]"),
            Pattern.compile("(?<!\\d)\\d{4}\\.\\s\\d{1,2}\\.\\s\\d{1,2}\\.?(?!\\d)"),
            Pattern.compile(
                    "(?<!\\d)\\d{1,2}(?:st|nd|rd|th|er|º|ª|°|\\.)?[\\s-]{0,2}(?:de |of |d')?[\\p{L}\\p{M}]{3,12}\\.?,?"
                            + "[\\s-]{0,2}(?:de |del )?\\d{4}(?!\\d)" + TIME),
            Pattern.compile(
                    "(?<![\\p{L}\\p{M}])[\\p{L}\\p{M}]{3,12}\\.?\\s\\d{1,2}(?:st|nd|rd|th)?,?\\s\\d{4}(?!\\d)" + TIME),
            Pattern.compile("(?<![\\d./-])(?:\\d{1,2}([./-])\\d{1,2}\\1)(?:\\d{4}|\\d{2})(?![\\d./-]\\d)" + TIME));

    private static final Pattern MONTH_FIRST =
            Pattern.compile("(?<![\\d/])(?:0?[1-9]|1[0-2])/(?:1[3-9]|2\\d|3[01])/\\d{2,4}");

    private VisibleDates() {}

    /**
     * The first date in a text that has a year.
     *
     * @param local zone of dates that state none; UTC when absent
     * @param monthFirst whether 03/04/2025 is in March
     */
    public static @Nullable Found first(String text, @Nullable ZoneId local, boolean monthFirst) {
        String looked = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
        Found first = null;
        for (Pattern form : FORMS) {
            Matcher matcher = form.matcher(looked);
            while (matcher.find() && (first == null || matcher.start() < first.start())) {
                OffsetDateTime date = StatedDates.parse(matcher.group(), local, monthFirst);
                if (date != null) {
                    first = new Found(matcher.group().strip(), date, matcher.start());
                }
            }
        }
        return first;
    }

    /** Whether a text has a date such as 4/23/2025, which settles what 4/3/2025 means beside it. */
    public static boolean showsMonthFirst(String text) {
        return MONTH_FIRST.matcher(text).find();
    }
}
