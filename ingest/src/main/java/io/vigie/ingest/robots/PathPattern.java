package io.vigie.ingest.robots;

import java.util.List;

/**
 * A path with {@code *} for any characters and, at its end, {@code $} for the end of the address (RFC 9309, 2.2.3).
 *
 * @param segments between the stars, in the normal form of {@link PercentEncoding}
 * @param anchored whether the address must end where the pattern ends
 * @param length in octets, by which the more specific of two rules is told
 */
record PathPattern(List<String> segments, boolean anchored, int length) {

    /** Example: {@code /press/*.pdf$}. */
    static PathPattern of(String written) {
        boolean anchored = written.endsWith("$");
        String body = anchored ? written.substring(0, written.length() - 1) : written;
        List<String> segments = List.of(PercentEncoding.normalised(body, "*").split("\\*", -1));
        int length = segments.stream().mapToInt(String::length).sum() + segments.size() - 1 + (anchored ? 1 : 0);
        return new PathPattern(segments, anchored, length);
    }

    /**
     * Whether a path in normal form starts with this pattern. Each segment is taken where it is first found: with stars on
     * both sides no later place could serve better, so one pass is enough.
     */
    boolean matches(String path) {
        String first = segments.get(0);
        if (!path.startsWith(first)) {
            return false;
        }
        int last = segments.size() - 1;
        if (last == 0) {
            return !anchored || path.length() == first.length();
        }
        int position = first.length();
        for (int i = 1; i < last; i++) {
            int found = path.indexOf(segments.get(i), position);
            if (found < 0) {
                return false;
            }
            position = found + segments.get(i).length();
        }
        String end = segments.get(last);
        return anchored
                ? path.length() - end.length() >= position && path.endsWith(end)
                : path.indexOf(end, position) >= 0;
    }
}
