package io.vigie.processor.watch;

import io.vigie.events.Evidence.Field;
import io.vigie.events.RuleSet;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.ToIntFunction;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.index.memory.MemoryIndex;

/**
 * Items per second of processor time on French texts of 3 KB, beside what the text alone costs.
 *
 * <p>{@code ClassifierSpeed [themes.yaml [folder of *.jsonl]]}
 */
final class ClassifierSpeed {

    private static final int CHARACTERS = 3_000;
    private static final int ROUNDS = 6;

    private ClassifierSpeed() {}

    public static void main(String[] args) throws IOException {
        RuleSet shipped = args.length == 0 ? ThemeRules.shipped() : RuleSet.of(Files.readString(Path.of(args[0])));
        List<String> texts = texts(Path.of(args.length < 2 ? "src/test/resources/themes/dev" : args[1]));
        System.out.printf(
                Locale.ROOT,
                "%d texts of %d characters, one thread, items per second of processor time%n",
                texts.size(),
                CHARACTERS);
        measure("Lucene's French analyzer and MemoryIndex", texts, new FrenchAnalyzer(), ClassifierSpeed::memoryIndex);
        try (LanguageTokenizer analyzer = new LanguageTokenizer("fr")) {
            measure("Lucene's tokenizer alone", texts, text -> tokens(analyzer, text));
        }
        measure(
                "sentences alone",
                texts,
                text -> SentenceSplitter.split(Field.BODY, text, "fr").size());
        classifier("shipped rules", texts, shipped);
        ThemeRules parsed = ThemeRules.parse(ThemeRules.FILE, shipped.yaml());
        measure(
                "the same rules in plain Lucene Monitor, highlights",
                texts,
                Peers.monitorWithHighlights(parsed, "fr", new FrenchAnalyzer()));
        measure("the same terms as regular expressions", texts, Peers.regularExpressions(parsed, "fr"));
        for (int rules : new int[] {1_000, 10_000}) {
            classifier(rules + " rules", texts, RuleSet.of(manyRules(rules, texts)));
        }
    }

    private static void classifier(String what, List<String> texts, RuleSet set) {
        long before = used();
        try (Classifier classifier = Classifier.of(set)) {
            double hits = texts.stream()
                    .mapToInt(text -> classifier.explain("", text, "fr").themes().stream()
                            .flatMap(theme -> theme.rules().stream())
                            .toList()
                            .size())
                    .average()
                    .orElse(0);
            System.out.printf(
                    Locale.ROOT, "%s: %.1f rules hold per text, %d MiB%n", what, hits, (used() - before) >> 20);
            measure(
                    what,
                    texts,
                    text -> classifier.classify("", text, "fr").themes().size());
            measure(
                    what + ", language detected",
                    texts,
                    text -> classifier.classify("", text, null).themes().size());
        }
    }

    private static long used() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    /** About 20 of them hold in a text, however many there are: each asks for two words of one sentence of the texts. */
    private static String manyRules(int rules, List<String> texts) {
        Random random = new Random(7);
        StringBuilder yaml = new StringBuilder("themes:\n  - id: theme\n    rules:\n");
        int real = 20 * texts.size();
        for (int i = 0; i < rules; i++) {
            List<String> words = List.of("zz" + i, "yy" + i);
            if (i < real) {
                String text = texts.get(random.nextInt(texts.size()));
                List<Sentence> sentences = SentenceSplitter.split(Field.BODY, text, "fr");
                Sentence sentence = sentences.get(random.nextInt(sentences.size()));
                List<String> found = new ArrayList<>();
                for (String word :
                        text.substring(sentence.start(), sentence.end()).split("[^\\p{L}]+")) {
                    if (word.length() > 5) {
                        found.add(word);
                    }
                }
                if (found.size() > 2) {
                    words = List.of(found.get(random.nextInt(found.size())), found.get(random.nextInt(found.size())));
                }
            }
            yaml.append("      - {id: r")
                    .append(i)
                    .append(", weight: 0.01, sentence: [\"")
                    .append(words.get(0))
                    .append(" | qq")
                    .append(i)
                    .append("\", \"")
                    .append(words.get(1))
                    .append("\"]}\n");
        }
        return yaml.toString();
    }

    private static List<String> texts(Path folder) {
        List<String> texts = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (LabelledItem item : LabelledItem.readAll(folder)) {
            if (item.language().equals("fr")) {
                text.append(item.title()).append('\n').append(item.text()).append('\n');
                if (text.length() >= CHARACTERS) {
                    texts.add(text.substring(0, CHARACTERS));
                    text.setLength(0);
                }
            }
        }
        return texts;
    }

    private static void measure(
            String what,
            List<String> texts,
            Analyzer analyzer,
            java.util.function.ToIntBiFunction<Analyzer, String> work) {
        measure(what, texts, text -> work.applyAsInt(analyzer, text));
    }

    private static void measure(String what, List<String> texts, ToIntFunction<String> work) {
        double best = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long start = processorTime();
            long items = 0;
            long sum = 0;
            while (processorTime() - start < 700_000_000L) {
                for (String text : texts) {
                    sum += work.applyAsInt(text);
                    items++;
                }
            }
            if (sum == Long.MIN_VALUE) {
                throw new AssertionError("never, but the work must not be optimised away");
            }
            best = Math.max(best, items * 1e9 / (processorTime() - start));
        }
        System.out.printf(Locale.ROOT, "  %-52s %,9.0f%n", what, best);
    }

    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static int memoryIndex(Analyzer analyzer, String text) {
        MemoryIndex index = new MemoryIndex(true);
        index.addField("text", text, analyzer);
        index.freeze();
        return index.createSearcher().getIndexReader().maxDoc();
    }

    private static int tokens(Analyzer analyzer, String text) {
        try (TokenStream tokens = analyzer.tokenStream("", text)) {
            int count = 0;
            tokens.reset();
            while (tokens.incrementToken()) {
                count++;
            }
            tokens.end();
            return count;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
