package io.vigie.ingest.dates;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * A time of day with its zone: {@code 16:06:00.123+02:00}, {@code 5.30 p.m. EDT}, {@code 16h06}, {@code 16時06分}.
 *
 * @param zone that of the place, else UTC, when the text states none
 * @param next index of the token after it
 */
record ClockTime(LocalTime time, ZoneId zone, int next) {

    static @Nullable ClockTime at(Tokens t, int i, @Nullable ZoneId local) {
        int digits = t.digits(i);
        if (digits == 0 || digits > 2) {
            return null;
        }
        int hour = t.value(i);
        int minute = 0;
        int second = 0;
        int j = i + 1;
        boolean stated = false;
        if ((t.isMark(j, ':') || t.isMark(j, '.') || isHourWord(t, j)) && t.digits(j + 1) == 2) {
            minute = t.value(j + 1);
            j += 2;
            stated = true;
            if (t.isWord(j, "分") || t.isWord(j, "분")) {
                j++;
            }
            if (t.isMark(j, ':') && t.digits(j + 1) == 2) {
                second = t.value(j + 1);
                j += 2;
                if (t.isMark(j, '.') && t.touchesNext(j) && t.digits(j + 1) > 0) {
                    j += 2;
                }
            }
        } else if (isHourWord(t, j)) {
            j++;
            stated = true;
        }
        int half = half(t, j);
        if (half >= 0) {
            hour = hour % 12 + half;
            j = afterHalf(t, j);
            stated = true;
        }
        if (!stated || hour > 23 || minute > 59 || second > 59) {
            return null;
        }
        return zoned(t, j, LocalTime.of(hour, minute, second), local);
    }

    private static boolean isHourWord(Tokens t, int i) {
        return t.isWord(i, "h") || t.isWord(i, "時") || t.isWord(i, "时") || t.isWord(i, "시");
    }

    /** 0 for a.m., 12 for p.m., -1 when neither stands here. */
    private static int half(Tokens t, int i) {
        boolean dotted = t.isMark(i + 1, '.') && t.isWord(i + 2, "m");
        if (t.isWord(i, "am") || (t.isWord(i, "a") && dotted)) {
            return 0;
        }
        return t.isWord(i, "pm") || (t.isWord(i, "p") && dotted) ? 12 : -1;
    }

    private static int afterHalf(Tokens t, int i) {
        if (t.isMark(i + 1, '.') && t.isWord(i + 2, "m")) {
            return t.isMark(i + 3, '.') ? i + 4 : i + 3;
        }
        return i + 1;
    }

    private static ClockTime zoned(Tokens t, int i, LocalTime time, @Nullable ZoneId local) {
        int j = t.isMark(i, '(') || t.isMark(i, ',') ? i + 1 : i;
        ZoneId named = Zones.named(t.written(j), local);
        if (named != null) {
            ClockTime offset = offset(t, j + 1, time);
            return offset == null ? new ClockTime(time, named, j + 1) : offset;
        }
        ClockTime offset = offset(t, i, time);
        return offset == null ? new ClockTime(time, local == null ? ZoneOffset.UTC : local, i) : offset;
    }

    private static @Nullable ClockTime offset(Tokens t, int i, LocalTime time) {
        boolean plus = t.isMark(i, '+');
        boolean minus = t.isMark(i, '-') || t.isMark(i, '−');
        if ((!plus && !minus) || !t.touchesNext(i)) {
            return null;
        }
        int digits = t.digits(i + 1);
        int hours = digits == 4 ? t.value(i + 1) / 100 : t.value(i + 1);
        int minutes = digits == 4 ? t.value(i + 1) % 100 : 0;
        int next = i + 2;
        if (digits <= 2 && t.isMark(next, ':') && t.digits(next + 1) == 2) {
            minutes = t.value(next + 1);
            next += 2;
        }
        if (digits == 0 || digits == 3 || digits > 4) {
            return null;
        }
        try {
            ZoneOffset offset = ZoneOffset.ofHoursMinutes(plus ? hours : -hours, plus ? minutes : -minutes);
            return new ClockTime(time, offset, next);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
