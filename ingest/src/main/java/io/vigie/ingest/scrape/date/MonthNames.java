package io.vigie.ingest.scrape.date;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Names of months in the languages of our sources, from {@code months.txt}. */
final class MonthNames {

    private final Map<String, Integer> numbers = new HashMap<>();

    private MonthNames() {}

    static MonthNames shipped() {
        MonthNames names = new MonthNames();
        try (InputStream in = MonthNames.class.getResourceAsStream("months.txt")) {
            if (in == null) {
                throw new IllegalStateException("months.txt is not beside " + MonthNames.class.getName());
            }
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(names::learn);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names;
    }

    private void learn(String line) {
        String[] words = line.split(" ", -1);
        for (int i = 1; i < words.length; i++) {
            numbers.putIfAbsent(words[i], Integer.parseInt(words[0]));
        }
    }

    /** Number of the month, 1 to 12; 0 when the word, in lower case, names none. */
    int number(String word) {
        return numbers.getOrDefault(word, 0);
    }
}
