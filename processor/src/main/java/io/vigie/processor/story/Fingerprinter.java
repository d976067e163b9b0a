package io.vigie.processor.story;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes fingerprints, a pure function of the text. Thread-safe; costly to make, so make one and keep it. */
public final class Fingerprinter {

    private static final int MOST_CLUES = 80;
    private static final int LONGEST_BODY = 12_000;
    private static final int OPENING = 400;
    private static final double HEADLINE_WEIGHT = 1.5;
    private static final double REST_WEIGHT = 0.6;

    private final Days days = new Days();
    private final AlphabetReader alphabets;
    private final EastAsianReader eastAsian;

    /** Reads its tables from the class path. */
    public Fingerprinter() {
        Scripts scripts = new Scripts();
        Places places = new Places();
        Forms aliases = Forms.of("aliases.tsv");
        Forms concepts = Forms.of("concepts.tsv");
        this.alphabets = new AlphabetReader(scripts, places, aliases, concepts);
        this.eastAsian = new EastAsianReader(scripts, places, aliases, concepts);
    }

    /**
     * Fingerprint of one text.
     *
     * @param at when it was published or, if not stated, detected; {@code null} when neither is known
     * @param language BCP 47; {@code null} when unknown
     */
    public Fingerprint of(
            String itemId, @Nullable Instant at, @Nullable String language, String headline, String body) {
        String bounded = body.substring(0, Math.min(body.length(), LONGEST_BODY));
        int opening = Math.min(bounded.length(), OPENING);
        while (opening < bounded.length() && bounded.charAt(opening) > ' ' && opening < OPENING + 30) {
            opening++;
        }
        List<Part> parts = List.of(
                new Part(headline, HEADLINE_WEIGHT),
                new Part(bounded.substring(0, opening), 1),
                new Part(bounded.substring(opening), REST_WEIGHT));
        String tongue = Tongue.of(language, headline + "\n" + bounded);
        Clues clues = new Clues();
        alphabets.read(parts, tongue, clues);
        for (Part part : parts) {
            eastAsian.read(part, clues);
            Figures.read(part.text(), part.weight(), clues);
        }
        int[] copies = MinHash.of(clues.words());
        LocalDate published = at == null ? null : LocalDate.ofInstant(at, ZoneOffset.UTC);
        return new Fingerprint(
                itemId,
                at,
                tongue,
                copies,
                withBands(clues.strongest(MOST_CLUES), copies),
                days.in(headline + "\n" + bounded, published));
    }

    /** Bands are the last of the kinds, and so come last in the order of the keys. */
    private static List<Clue> withBands(List<Clue> clues, int[] copies) {
        List<Clue> all = new ArrayList<>(clues);
        for (long band : MinHash.bands(copies)) {
            all.add(new Clue(band, Clue.OF_A_BAND, ""));
        }
        return all;
    }
}
