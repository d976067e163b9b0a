package io.vigie.processor.formula;

import io.vigie.events.PressItem;
import io.vigie.events.yaml.StrictYaml;
import io.vigie.processor.text.Sentences;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds set phrases in items: whole, altered, or missing where their matter is spoken of. Immutable. */
public final class Formulas {

    private static final String SHIPPED = "formulas.yaml";

    /** Share of a phrase's words, in order, that makes a sentence an altered use of it. */
    private static final double ALTERED = 0.6;

    /** An altered phrase may be this much longer than the original. */
    private static final double LONGER = 1.6;

    private static final int SENTENCES_ABOUT = 2;

    private final List<Formula> formulas;

    /** Looks for these. */
    public Formulas(List<Formula> formulas) {
        this.formulas = List.copyOf(formulas);
    }

    /** The list that ships. */
    public static Formulas shipped() {
        try (InputStream in = Objects.requireNonNull(Formulas.class.getResourceAsStream(SHIPPED), SHIPPED)) {
            return parse(SHIPPED, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(SHIPPED, e);
        }
    }

    /**
     * Reads a list.
     *
     * @param file its name, for messages
     * @throws io.vigie.events.yaml.ConfigurationException with file, line, path and remedy
     */
    public static Formulas parse(String file, String yaml) {
        List<Formula> formulas = new StrictYaml(name -> null)
                .read(file, yaml, Formula.File.class)
                .formulas();
        return new Formulas(formulas == null ? List.of() : formulas);
    }

    /** What an item says of each formula, in the order of the list; formulas whose matter it does not touch are left out. */
    public List<FormulaSighting> in(PressItem item, int revision, @Nullable String language, Instant at) {
        if (language == null) {
            return List.of();
        }
        String tongue = language.split("-", 2)[0];
        List<String> sentences = null;
        List<FormulaSighting> sightings = new ArrayList<>();
        for (Formula formula : formulas) {
            List<String> wordings = formula.wording().get(tongue);
            if (wordings != null) {
                if (sentences == null) {
                    sentences = new ArrayList<>(List.of(item.headline()));
                    sentences.addAll(Sentences.of(item.body(), language));
                }
                Look look = new Look(formula, tongue, item, revision, at);
                use(look, wordings, sentences).or(() -> silence(look, item)).ifPresent(sightings::add);
            }
        }
        return sightings;
    }

    private record Look(Formula formula, String language, PressItem item, int revision, Instant at) {

        FormulaSighting sighting(@Nullable String wording, String sentence) {
            return new FormulaSighting(
                    formula.id(), language, item.outlet(), wording, item.id(), revision, item.uri(), sentence, at);
        }
    }

    private static Optional<FormulaSighting> use(Look look, List<String> wordings, List<String> sentences) {
        FormulaSighting altered = null;
        for (String sentence : sentences) {
            List<String> words = Phrase.words(sentence);
            for (String wording : wordings) {
                List<String> phrase = Phrase.words(wording);
                if (Collections.indexOfSubList(words, phrase) >= 0) {
                    return Optional.of(look.sighting(String.join(" ", phrase), sentence));
                }
                String other = altered == null ? alteration(words, phrase) : null;
                if (other != null) {
                    altered = look.sighting(other, sentence);
                }
            }
        }
        return Optional.ofNullable(altered);
    }

    /** The shortest stretch of a sentence that holds most of a phrase's words; {@code null} when there is none. */
    private static @Nullable String alteration(List<String> words, List<String> phrase) {
        Set<String> wanted = new HashSet<>(phrase);
        int longest = (int) Math.ceil(phrase.size() * LONGER);
        List<String> best = null;
        int most = 0;
        for (int start = 0; start < words.size(); start++) {
            if (wanted.contains(words.get(start))) {
                Set<String> found = new HashSet<>();
                for (int end = start; end < Math.min(words.size(), start + longest); end++) {
                    if (wanted.contains(words.get(end)) && found.add(words.get(end)) && found.size() > most) {
                        most = found.size();
                        best = words.subList(start, end + 1);
                    }
                }
            }
        }
        return best != null && most >= ALTERED * wanted.size() ? String.join(" ", best) : null;
    }

    /** The matter in the headline or in two sentences, and the phrase nowhere. */
    private static Optional<FormulaSighting> silence(Look look, PressItem item) {
        List<String> about = look.formula().about().getOrDefault(look.language(), List.of());
        List<String> sentences = Sentences.of(item.body(), look.language());
        List<String> speaking =
                sentences.stream().filter(sentence -> speaksOf(sentence, about)).toList();
        if (speaksOf(item.headline(), about)) {
            return Optional.of(look.sighting(null, speaking.isEmpty() ? item.headline() : speaking.get(0)));
        }
        return speaking.size() >= SENTENCES_ABOUT
                ? Optional.of(look.sighting(null, speaking.get(0)))
                : Optional.empty();
    }

    private static boolean speaksOf(String sentence, List<String> about) {
        List<String> words = Phrase.words(sentence);
        return about.stream().anyMatch(term -> Collections.indexOfSubList(words, Phrase.words(term)) >= 0);
    }
}
