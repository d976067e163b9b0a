package io.vigie.processor.watch;

import io.vigie.events.Evidence.Field;
import io.vigie.events.RuleError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.TermToBytesRefAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.monitor.MatchingQueries;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorConfiguration;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.Presearcher;
import org.apache.lucene.monitor.QueryDecomposer;
import org.apache.lucene.monitor.TermFilteredPresearcher;
import org.apache.lucene.monitor.TermWeightor;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;

/** The rules that concern items of one language, in a Lucene Monitor. Safe for many threads. */
final class LanguageRules implements AutoCloseable {

    private final String language;
    private final LanguageTokenizer tokenizer;
    private final WordAnalyzer analyzer;
    private final Words words;
    private final Lexicon lexicon;
    private final List<String> conceptNames;
    private final Map<String, CompiledRule> rules = new HashMap<>();
    private final BitSet anchors;
    private final Monitor monitor;

    LanguageRules(String language, ThemeRules file) {
        this.language = language;
        this.tokenizer = new LanguageTokenizer(language);
        this.analyzer = new WordAnalyzer(language);
        LexiconBuilder terms =
                new LexiconBuilder(new WordReader(tokenizer, analyzer, language), language, file.lists());
        ConditionCompiler compiler = new ConditionCompiler(terms);
        int order = 0;
        for (Theme theme : file.themes()) {
            for (Rule rule : theme.rules()) {
                order++;
                if (rule.speaks(language)) {
                    rules.put(rule.id(), new CompiledRule(theme, rule, order, compiler.compile(rule.query())));
                }
            }
        }
        this.lexicon = terms.lexicon();
        this.conceptNames = terms.names();
        this.words = new Words(analyzer, lexicon);
        Presearcher presearcher = new TermFilteredPresearcher(rarestFirst(terms), List.of(), Set.of());
        this.anchors = anchors(presearcher);
        this.monitor = monitor(presearcher);
    }

    private Monitor monitor(Presearcher presearcher) {
        try {
            Monitor monitor =
                    new Monitor(tokenizer, presearcher, new MonitorConfiguration().setQueryDecomposer(new Whole()));
            monitor.register(rules.values().stream().map(LanguageRules::query).toList());
            return monitor;
        } catch (IOException e) {
            throw new UncheckedIOException("an index in memory cannot be written", e);
        }
    }

    /** Concepts by which the presearcher finds rules: the others need not be in an item's document. */
    private BitSet anchors(Presearcher presearcher) {
        Set<String> names = new HashSet<>();
        for (CompiledRule rule : rules.values()) {
            for (IndexableField field :
                    presearcher.indexQuery(query(rule).getQuery(), Map.of()).getFields(Condition.CONCEPTS)) {
                names.addAll(terms(field.tokenStream(tokenizer, null)));
            }
        }
        BitSet anchors = new BitSet();
        for (int concept = 0; concept < conceptNames.size(); concept++) {
            anchors.set(concept, names.contains(conceptNames.get(concept)));
        }
        return anchors;
    }

    private static List<String> terms(TokenStream tokens) {
        List<String> terms = new ArrayList<>();
        try {
            TermToBytesRefAttribute term = tokens.addAttribute(TermToBytesRefAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                terms.add(term.getBytesRef().utf8ToString());
            }
            return terms;
        } catch (IOException e) {
            throw new UncheckedIOException("terms in memory cannot be read", e);
        }
    }

    /** Of the groups that a rule asks for, the one with the fewest terms stands in an item the least often. */
    private static TermWeightor rarestFirst(LexiconBuilder terms) {
        return concept -> 1.0 / (1 + terms.size(concept.text()));
    }

    private static MonitorQuery query(CompiledRule rule) {
        Query approximation = rule.condition().approximation();
        return new MonitorQuery(rule.rule().id(), approximation == null ? new MatchAllDocsQuery() : approximation);
    }

    String language() {
        return language;
    }

    /** What the rules find in one item; what goes wrong is added to {@code errors}. */
    List<RuleHit> match(
            String headline, String body, List<Sentence> sentences, Deadline deadline, List<RuleError> errors)
            throws IOException {
        Annotator annotator = new Annotator(lexicon, words, tokenizer, sentences, deadline);
        annotator.read(Field.HEADLINE, PlainText.of(headline, language));
        annotator.read(Field.BODY, PlainText.of(body, language));
        Annotations item = annotator.finish();
        int[] concepts = Arrays.stream(item.concepts()).filter(anchors::get).toArray();
        if (concepts.length == 0) {
            return List.of();
        }
        Document document = new Document();
        document.add(new TextField(Condition.CONCEPTS, new ConceptStream(concepts, conceptNames)));
        MatchingQueries<RuleHit> matches =
                monitor.match(document, searcher -> new RuleMatcher(searcher, rules, item, deadline));
        matches.getErrors().forEach((rule, error) -> errors.add(new RuleError(rule, String.valueOf(error))));
        return new ArrayList<>(matches.getMatches());
    }

    List<Sentence> sentences(String headline, String body) {
        List<Sentence> sentences = new ArrayList<>(SentenceSplitter.split(Field.HEADLINE, headline, language));
        sentences.addAll(SentenceSplitter.split(Field.BODY, body, language));
        return sentences;
    }

    @Override
    public void close() {
        try {
            monitor.close();
        } catch (IOException e) {
            throw new UncheckedIOException("an index in memory cannot be closed", e);
        } finally {
            tokenizer.close();
            analyzer.close();
        }
    }

    /** Keeps rules whole: their parts only make sense together. */
    private static final class Whole extends QueryDecomposer {
        @Override
        public Set<Query> decompose(Query query) {
            return Set.of(query);
        }
    }
}
