package io.vigie.processor.watch;

import io.vigie.events.Classification;
import io.vigie.events.Evidence;
import io.vigie.events.PressItem;
import io.vigie.events.RuleError;
import io.vigie.events.RuleSet;
import io.vigie.events.ThemeMatch;
import io.vigie.processor.watch.Explanation.SentencePoints;
import io.vigie.processor.watch.Explanation.ThemeScore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells which themes a press item has under one rule set. Pure: the same rule set and text give the same answer, on any
 * machine; only a text that exhausts its time budget may get less, and then says so. Safe for many threads, which share
 * everything; close it when its rule set is replaced and no thread uses it any more.
 *
 * <p>Never throws because of a text: what cannot be done is a {@link RuleError} in the result.
 */
public final class Classifier implements Function<PressItem, Classification>, AutoCloseable {

    private final String ruleset;
    private final ThemeRules rules;
    private final Limits limits;
    private final Languages languages;
    private final Set<String> spoken;
    private final Map<String, LanguageRules> byLanguage = new ConcurrentHashMap<>();

    private Classifier(String ruleset, ThemeRules rules, Limits limits) {
        this.ruleset = ruleset;
        this.rules = rules;
        this.limits = limits;
        this.languages = Languages.shared();
        this.spoken = Stream.concat(LanguageTokenizer.LANGUAGES.stream(), rules.languages().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * A classifier for a rule set, with {@link Limits#DEFAULT}.
     *
     * @throws io.vigie.events.yaml.ConfigurationException when the rule set cannot be used
     */
    public static Classifier of(RuleSet set) {
        return of(set, Limits.DEFAULT);
    }

    /**
     * A classifier for a rule set.
     *
     * @throws io.vigie.events.yaml.ConfigurationException when the rule set cannot be used
     */
    public static Classifier of(RuleSet set, Limits limits) {
        return new Classifier(set.hash(), ThemeRules.parse(ThemeRules.FILE, set.yaml()), limits);
    }

    /**
     * A classifier for a rule set whose own examples pass, as a stream must have it.
     *
     * @throws io.vigie.events.yaml.ConfigurationException when the rule set cannot be used or fails its own examples; the
     *     message names the first example that failed and the rules that held in it
     */
    public static Classifier tested(RuleSet set) {
        ThemeRules rules = ThemeRules.parse(ThemeRules.FILE, set.yaml());
        Classifier classifier = new Classifier(set.hash(), rules, Limits.DEFAULT);
        try {
            RuleSelfTest.run(rules, classifier).requirePassed(ThemeRules.FILE);
            return classifier;
        } catch (RuntimeException e) {
            classifier.close();
            throw e;
        }
    }

    /** A classifier for rules that are not published, such as a file under test; its rule set has no name. */
    static Classifier of(ThemeRules rules) {
        return new Classifier("", rules, Limits.DEFAULT);
    }

    /** {@link #classify(PressItem)}. */
    @Override
    public Classification apply(PressItem item) {
        return classify(item);
    }

    public Classification classify(PressItem item) {
        return classify(item.headline(), item.body(), item.language());
    }

    /**
     * Classifies a text.
     *
     * @param headline plain text, may be empty
     * @param body plain text, may be empty
     * @param language BCP 47; detected when absent
     */
    public Classification classify(String headline, String body, @Nullable String language) {
        Explanation explanation = explain(headline, body, language);
        List<ThemeMatch> matches = explanation.themes().stream()
                .filter(ThemeScore::matched)
                .sorted(Comparator.comparingDouble(theme -> -theme.score()))
                .map(theme -> new ThemeMatch(theme.theme(), theme.score(), evidence(theme, headline, body)))
                .toList();
        return new Classification(ruleset, explanation.language(), matches, explanation.errors());
    }

    /** Classifies a text and shows the sums. */
    public Explanation explain(String headline, String body, @Nullable String stated) {
        List<RuleError> errors = new ArrayList<>();
        String readHeadline = bounded(headline, "headline", errors);
        String readBody = bounded(body, "body", errors);
        String language = Languages.UNKNOWN;
        List<ThemeScore> scores = new ArrayList<>();
        try {
            language = languages.of(stated, readHeadline, readBody);
            LanguageRules own = byLanguage.computeIfAbsent(
                    spoken.contains(language) ? language : Languages.UNKNOWN, code -> new LanguageRules(code, rules));
            // Only now: the first item of a language must not pay for reading the rules and the dictionaries.
            Deadline deadline = new Deadline(limits.time());
            scores.addAll(scores(own, readHeadline, readBody, deadline, errors));
            if (deadline.isPast()) {
                errors.add(new RuleError("*", "time budget of " + limits.time() + " is spent; the result is partial"));
            }
        } catch (IOException | RuntimeException e) {
            errors.add(new RuleError("*", "the text could not be read: " + e));
        }
        return new Explanation(language, scores, errors);
    }

    private List<ThemeScore> scores(
            LanguageRules own, String headline, String body, Deadline deadline, List<RuleError> errors)
            throws IOException {
        List<Sentence> sentences = own.sentences(headline, body);
        Map<String, List<RuleHit>> hits = own.match(headline, body, sentences, deadline, errors).stream()
                .collect(Collectors.groupingBy(hit -> hit.rule().theme().id()));
        return rules.themes().stream()
                .filter(theme -> hits.containsKey(theme.id()))
                .map(theme -> Scoring.score(theme, hits.getOrDefault(theme.id(), List.of()), sentences))
                .toList();
    }

    private String bounded(String text, String field, List<RuleError> errors) {
        if (text.length() <= limits.characters()) {
            return text;
        }
        errors.add(new RuleError(
                "*",
                field + " has " + text.length() + " characters; only the first " + limits.characters() + " were read"));
        return text.substring(0, limits.characters());
    }

    private List<Evidence> evidence(ThemeScore theme, String headline, String body) {
        return EvidenceChoice.of(theme, body, limits.evidence()).stream()
                .map(sentence -> evidence(sentence, headline, body))
                .toList();
    }

    private static Evidence evidence(SentencePoints sentence, String headline, String body) {
        String text = sentence.field() == Evidence.Field.HEADLINE ? headline : body;
        return new Evidence(
                sentence.rules().get(0).rule(),
                sentence.field(),
                sentence.start(),
                sentence.end(),
                text.substring(sentence.start(), sentence.end()),
                sentence.marks());
    }

    @Override
    public void close() {
        byLanguage.values().forEach(LanguageRules::close);
        byLanguage.clear();
    }
}
