package io.vigie.processor.story;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The forms of one thing in many languages, as data: a line a thing, its key and then its forms. A form that ends in
 * {@code *} stands for every word that begins so; a form in capitals matches in capitals only, because {@code UN} is not
 * the French article. Immutable.
 */
final class Forms {

    private static final int SHORTEST_BEGINNING = 3;
    private static final int LONGEST_EAST_ASIAN = 10;

    private final Map<String, String> whole = new HashMap<>();
    private final Map<String, String> acronyms = new HashMap<>();
    private final Map<String, String> beginnings = new HashMap<>();
    private final Map<String, String> eastAsian = new HashMap<>();

    private Forms() {}

    /** Reads a table that lies beside this class. */
    static Forms of(String resource) {
        Forms forms = new Forms();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Forms.class.getResourceAsStream(resource)), StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(forms::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return forms;
    }

    private void add(String line) {
        String[] columns = line.split("\t", 2);
        for (String form : columns[1].strip().split(" +")) {
            if (form.endsWith("*")) {
                beginnings.putIfAbsent(form.substring(0, form.length() - 1), columns[0]);
            } else if (Scripts.isEastAsian(form.codePointAt(0))) {
                eastAsian.putIfAbsent(form, columns[0]);
            } else if (form.equals(form.toUpperCase(Locale.ROOT))) {
                acronyms.putIfAbsent(form, columns[0]);
            } else {
                whole.putIfAbsent(form, columns[0]);
            }
        }
    }

    /**
     * Key of one word.
     *
     * @param written as the text has it
     * @param folded in small letters
     * @return {@code null} when no form fits
     */
    @Nullable
    String ofWord(String written, String folded) {
        String key = acronyms.get(written);
        if (key == null) {
            key = whole.get(folded);
        }
        for (int length = folded.length(); key == null && length >= SHORTEST_BEGINNING; length--) {
            key = beginnings.get(folded.substring(0, length));
        }
        return key;
    }

    /** Keys of the forms that a run of Han, Kana or Hangul holds, the longest form first at each place. */
    List<String> inEastAsian(String run) {
        List<String> found = new ArrayList<>();
        for (int from = 0; from < run.length(); from++) {
            for (int length = Math.min(LONGEST_EAST_ASIAN, run.length() - from); length > 0; length--) {
                String key = eastAsian.get(run.substring(from, from + length));
                if (key != null) {
                    found.add(key);
                    from += length - 1;
                    break;
                }
            }
        }
        return found;
    }

    /** The run with the forms blanked out, so that no name is read into them. */
    String without(String run) {
        StringBuilder rest = new StringBuilder(run);
        for (int from = 0; from < run.length(); from++) {
            for (int length = Math.min(LONGEST_EAST_ASIAN, run.length() - from); length > 0; length--) {
                if (eastAsian.containsKey(run.substring(from, from + length))) {
                    for (int i = from; i < from + length; i++) {
                        rest.setCharAt(i, ' ');
                    }
                    from += length - 1;
                    break;
                }
            }
        }
        return rest.toString();
    }
}
