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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds set phrases in items: whole, altered, or missing where their matter is spoken of. Immutable. */
public final class Formulas {

    private static final String SHIPPED = "formulas.yaml";

    private static final int SENTENCES_ABOUT = 2;

    private final Map<String, List<Wanted>> byLanguage;

    /** A formula in one language, its phrases as they are looked for. */
    private record Wanted(String id, String language, List<Phrase> wordings, List<Phrase> about) {

        boolean mayConcern(Set<String> words) {
            return wordings.stream().anyMatch(phrase -> phrase.mayBeIn(words))
                    || about.stream().anyMatch(phrase -> phrase.isSpelledBy(words));
        }
    }

    /** A sentence, verbatim, and the words by which it is compared. */
    private record Said(String sentence, List<String> words) {

        static Said of(String sentence) {
            return new Said(sentence, Phrase.words(sentence));
        }

        boolean has(List<Phrase> phrases) {
            return phrases.stream().anyMatch(phrase -> phrase.isIn(words));
        }
    }

    /** Looks for these. */
    public Formulas(List<Formula> formulas) {
        Map<String, List<Wanted>> wanted = new HashMap<>();
        for (Formula formula : formulas) {
            formula.wording()
                    .forEach((language, wordings) -> wanted.computeIfAbsent(language, any -> new ArrayList<>())
                            .add(new Wanted(
                                    formula.id(),
                                    language,
                                    phrases(wordings),
                                    phrases(formula.about().getOrDefault(language, List.of())))));
        }
        this.byLanguage = Map.copyOf(wanted);
    }

    private static List<Phrase> phrases(List<String> texts) {
        return texts.stream().map(Phrase::of).toList();
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
        List<Wanted> wanted = byLanguage.getOrDefault(language.split("-", 2)[0], List.of());
        if (wanted.isEmpty()) {
            return List.of();
        }
        Said headline = Said.of(item.headline());
        Set<String> words = new HashSet<>(headline.words());
        words.addAll(Phrase.words(item.body()));
        if (wanted.stream().noneMatch(formula -> formula.mayConcern(words))) {
            return List.of(); // Of almost all items, and to split a text into sentences costs more than all else here.
        }
        List<Said> body =
                Sentences.of(item.body(), language).stream().map(Said::of).toList();
        List<FormulaSighting> sightings = new ArrayList<>();
        for (Wanted formula : wanted) {
            if (!formula.mayConcern(words)) {
                continue;
            }
            Look look = new Look(formula, item, revision, at);
            look.use(headline, body).or(() -> look.silence(headline, body)).ifPresent(sightings::add);
        }
        return sightings;
    }

    /** One formula in one item. */
    private record Look(Wanted formula, PressItem item, int revision, Instant at) {

        Optional<FormulaSighting> use(Said headline, List<Said> body) {
            FormulaSighting altered = null;
            for (Said said : (Iterable<Said>) Stream.concat(Stream.of(headline), body.stream())::iterator) {
                for (Phrase phrase : formula.wordings()) {
                    if (phrase.isIn(said.words())) {
                        return Optional.of(sighting(phrase.text(), said));
                    }
                    String other = altered == null ? phrase.alteredIn(said.words()) : null;
                    if (other != null) {
                        altered = sighting(other, said);
                    }
                }
            }
            return Optional.ofNullable(altered);
        }

        /** The matter in the headline or in two sentences, and the phrase nowhere. */
        Optional<FormulaSighting> silence(Said headline, List<Said> body) {
            List<Said> speaking =
                    body.stream().filter(said -> said.has(formula.about())).toList();
            if (headline.has(formula.about())) {
                return Optional.of(sighting(null, speaking.isEmpty() ? headline : speaking.get(0)));
            }
            return speaking.size() >= SENTENCES_ABOUT ? Optional.of(sighting(null, speaking.get(0))) : Optional.empty();
        }

        private FormulaSighting sighting(@Nullable String wording, Said said) {
            return new FormulaSighting(
                    formula.id(),
                    formula.language(),
                    item.outlet(),
                    wording,
                    item.id(),
                    revision,
                    item.uri(),
                    said.sentence(),
                    at);
        }
    }
}
