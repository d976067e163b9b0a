package io.vigie.ingest.dates;

import java.text.Normalizer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Brings the digits, signs and calendars of East Asia, Arabia and Thailand into the shape of ISO 8601. */
final class EasternForms {

    private static final int LONGEST = 160;

    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Cc}&&[^\\s]]+");
    private static final Pattern REIWA = Pattern.compile("令和\\s*(\\d{1,2}|元)\\s*年");
    private static final Pattern REPUBLIC = Pattern.compile("(?<!\\d)(?:民國|中華民國)?\\s*(1\\d{2})\\s*年");
    private static final Pattern YEAR_MONTH_DAY =
            Pattern.compile("(\\d{4})\\s*[年년]\\s*(\\d{1,2})\\s*[月월](?:\\s*(\\d{1,2})\\s*[日号號일])?");
    private static final Pattern KOREAN_POINTS =
            Pattern.compile("(\\d{4})\\.\\s?(\\d{1,2})\\.\\s?(\\d{1,2})\\.?(?!\\d)");
    private static final Pattern WEEKDAY = Pattern.compile("[(\\[]\\s*[日月火水木金土一二三四五六월화수목금토일]\\s*(?:曜日?|요일)?\\s*[)\\]]");
    private static final Pattern CLOCK =
            Pattern.compile("(\\d{1,2})\\s*[時时点點시]\\s*(?:(\\d{1,2})\\s*[分분]?)?\\s*(?:(\\d{1,2})\\s*[秒초])?");
    private static final Pattern HALF_OF_DAY =
            Pattern.compile("(오전|上午|午前|凌晨|早上|오후|下午|午後|晚上|πμ|μμ|π\\.μ\\.|μ\\.μ\\.)\\s*(\\d{1,2}(?::\\d{1,2}){0,2})");
    private static final String MORNING = "오전上午午前凌晨早上πμπ.μ.";

    private EasternForms() {}

    /** Example: {@code 令和7年4月3日 午後2時15分} becomes {@code 2025-4-3 2:15 pm}. */
    static String normalised(String stated) {
        String text = stated.length() > LONGEST ? stated.substring(0, LONGEST) : stated;
        boolean ascii = text.chars().allMatch(c -> c < 0x80);
        if (!ascii) {
            text = asciiDigits(Normalizer.normalize(text, Normalizer.Form.NFKC));
        }
        text = SPACE.matcher(INVISIBLE.matcher(text).replaceAll(""))
                .replaceAll(" ")
                .strip();
        if (ascii) {
            return text;
        }
        text = REIWA.matcher(text)
                .replaceAll(m -> 2018 + (m.group(1).equals("元") ? 1 : Integer.parseInt(m.group(1))) + "年");
        text = REPUBLIC.matcher(text).replaceAll(m -> 1911 + Integer.parseInt(m.group(1)) + "年");
        text = YEAR_MONTH_DAY
                .matcher(text)
                .replaceAll(m -> m.group(1) + "-" + twoDigits(m.group(2))
                        + (m.group(3) == null ? "" : "-" + twoDigits(m.group(3))) + " ");
        text = KOREAN_POINTS.matcher(text).replaceAll("$1-$2-$3 ");
        text = WEEKDAY.matcher(text).replaceAll(" ");
        text = CLOCK.matcher(text).replaceAll(EasternForms::clock);
        text = HALF_OF_DAY.matcher(text).replaceAll(m -> m.group(2) + (MORNING.contains(m.group(1)) ? " am " : " pm "));
        return SPACE.matcher(text).replaceAll(" ").strip();
    }

    /** Whether it can only have been written in Korea. */
    static boolean isKorean(String stated) {
        return stated.indexOf('년') >= 0 || stated.contains("오전") || stated.contains("오후");
    }

    private static String clock(MatchResult m) {
        String minutes = m.group(2) == null ? "00" : m.group(2);
        return m.group(1) + ":" + minutes + (m.group(3) == null ? "" : ":" + m.group(3));
    }

    private static String twoDigits(String number) {
        return number.length() == 1 ? "0" + number : number;
    }

    private static String asciiDigits(String text) {
        StringBuilder ascii = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c >= 0x80 && Character.isDigit(c)) {
                ascii.append(Character.digit(c, 10));
            } else {
                ascii.appendCodePoint(c);
            }
        });
        return ascii.toString();
    }
}
