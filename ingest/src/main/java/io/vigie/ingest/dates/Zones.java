package io.vigie.ingest.dates;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Time zones as dates write them: {@code +0200}, {@code GMT+2}, {@code EST}, {@code MESZ}, {@code Asia/Tokyo}. */
final class Zones {

    private static final Pattern OFFSET = Pattern.compile(
            "(?<![\\d\\p{L}])(?:GMT|UTC|UT|Z)?\\s*([+\\u2212-])\\s?(\\d{1,2})(?::?(\\d{2}))?(?::?\\d{2})?(?![\\d:])");
    private static final Pattern REGION = Pattern.compile("\\b[A-Z][A-Za-z]+/[A-Z][A-Za-z_]+(?:/[A-Z][A-Za-z_]+)?\\b");
    private static final Pattern WORD = Pattern.compile("\\p{L}+");

    /**
     * Abbreviations, each with the meaning that news writers give it: {@code EST} is North American, {@code IST} Indian,
     * {@code BST} British. Generic ones ({@code ET}) follow the region's own summer time.
     */
    private static final Map<String, ZoneId> NAMED = Map.ofEntries(
            zone("Z", "Z"),
            zone("UT", "Z"),
            zone("UTC", "Z"),
            zone("GMT", "Z"),
            zone("WET", "Z"),
            zone("WEST", "+01:00"),
            zone("BST", "+01:00"),
            zone("CET", "+01:00"),
            zone("MET", "+01:00"),
            zone("MEZ", "+01:00"),
            zone("HNEC", "+01:00"),
            zone("CEST", "+02:00"),
            zone("MEST", "+02:00"),
            zone("MESZ", "+02:00"),
            zone("HAEC", "+02:00"),
            zone("EET", "+02:00"),
            zone("SAST", "+02:00"),
            zone("EEST", "+03:00"),
            zone("MSK", "+03:00"),
            zone("TRT", "+03:00"),
            zone("MSD", "+04:00"),
            zone("GST", "+04:00"),
            zone("PKT", "+05:00"),
            zone("IST", "+05:30"),
            zone("ICT", "+07:00"),
            zone("WIB", "+07:00"),
            zone("HKT", "+08:00"),
            zone("SGT", "+08:00"),
            zone("PHT", "+08:00"),
            zone("AWST", "+08:00"),
            zone("JST", "+09:00"),
            zone("KST", "+09:00"),
            zone("ACST", "+09:30"),
            zone("AEST", "+10:00"),
            zone("ACDT", "+10:30"),
            zone("AEDT", "+11:00"),
            zone("NZST", "+12:00"),
            zone("NZDT", "+13:00"),
            zone("BRT", "-03:00"),
            zone("ART", "-03:00"),
            zone("NDT", "-02:30"),
            zone("NST", "-03:30"),
            zone("ADT", "-03:00"),
            zone("AST", "-04:00"),
            zone("EDT", "-04:00"),
            zone("EST", "-05:00"),
            zone("CDT", "-05:00"),
            zone("CST", "-06:00"),
            zone("MDT", "-06:00"),
            zone("MST", "-07:00"),
            zone("PDT", "-07:00"),
            zone("PST", "-08:00"),
            zone("AKDT", "-08:00"),
            zone("AKST", "-09:00"),
            zone("HST", "-10:00"),
            zone("ET", "America/New_York"),
            zone("CT", "America/Chicago"),
            zone("MT", "America/Denver"),
            zone("PT", "America/Los_Angeles"));

    /** Other abbreviations are words of some language when in lower case. */
    private static final Set<String> LOWER_CASE_TOO = Set.of("z", "ut", "utc", "Utc", "gmt", "Gmt");

    /** As RFC 822 has them, which has the signs the wrong way round; they are kept so. */
    private static final String MILITARY_WEST = "ABCDEFGHIKLM";

    private static final String MILITARY_EAST = "NOPQRSTUVWXY";

    private Zones() {}

    /**
     * The zone in what follows the time of a date, for example {@code " +0200 (CEST) 2025"}.
     *
     * @param local zone of the place of publication; its own abbreviations win over those of other places
     * @return {@code null} when there is none that is known
     */
    static @Nullable ZoneId find(String rest, @Nullable ZoneId local) {
        Matcher offset = OFFSET.matcher(rest);
        if (offset.find()) {
            return offset(offset);
        }
        Matcher region = REGION.matcher(rest);
        if (region.find() && ZoneId.getAvailableZoneIds().contains(region.group())) {
            return ZoneId.of(region.group());
        }
        Matcher word = WORD.matcher(rest);
        while (word.find()) {
            ZoneId zone = named(word.group(), local);
            if (zone != null) {
                return zone;
            }
        }
        return military(rest.strip());
    }

    /** {@code rest} without an offset, whose digits could be taken for a year. */
    static String remove(String rest) {
        return OFFSET.matcher(rest).replaceFirst(" ");
    }

    /** The zone that an abbreviation means; {@code null} when it means none. */
    static @Nullable ZoneId named(String word, @Nullable ZoneId local) {
        if (local != null && isNameOf(local, word)) {
            return local;
        }
        return NAMED.get(LOWER_CASE_TOO.contains(word) ? word.toUpperCase(Locale.ROOT) : word);
    }

    private static boolean isNameOf(ZoneId local, String word) {
        TimeZone zone = TimeZone.getTimeZone(local);
        return word.equals(zone.getDisplayName(false, TimeZone.SHORT, Locale.ENGLISH))
                || word.equals(zone.getDisplayName(true, TimeZone.SHORT, Locale.ENGLISH));
    }

    /** The letters of RFC 822, 5.1, where one stands alone. */
    private static @Nullable ZoneId military(String letter) {
        if (letter.length() != 1) {
            return null;
        }
        int west = MILITARY_WEST.indexOf(letter.charAt(0)) + 1;
        int east = MILITARY_EAST.indexOf(letter.charAt(0)) + 1;
        return west > 0 || east > 0 ? ZoneOffset.ofHours(east - west) : null;
    }

    private static @Nullable ZoneId offset(Matcher offset) {
        int hours = Integer.parseInt(offset.group(2));
        int minutes = offset.group(3) == null ? 0 : Integer.parseInt(offset.group(3));
        int sign = offset.group(1).equals("+") ? 1 : -1;
        try {
            return ZoneOffset.ofTotalSeconds(sign * (hours * 3600 + minutes * 60));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Map.Entry<String, ZoneId> zone(String name, String id) {
        return Map.entry(name, ZoneId.of(id));
    }
}
