package io.vigie.cli.config;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number of bytes, written {@code 512KiB}, {@code 8MiB}, {@code 1GiB} or as plain bytes.
 *
 * @param bytes 0 or more
 */
public record ByteSize(long bytes) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,12})\\s*(KiB|MiB|GiB)?");

    @JsonCreator
    public static ByteSize parse(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            throw new IllegalArgumentException("'" + text + "' is not a size such as 512KiB, 8MiB or 1GiB");
        }
        String unit = form.group(2) == null ? "" : form.group(2);
        int shift = switch (unit) {
            case "KiB" -> 10;
            case "MiB" -> 20;
            case "GiB" -> 30;
            default -> 0;
        };
        return new ByteSize(Long.parseLong(form.group(1)) << shift);
    }
}
