package io.vigie.bench.themes;

import io.vigie.processor.watch.Classifier;
import io.vigie.processor.watch.ThemeRules;
import java.util.List;
import java.util.function.ToIntFunction;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** One item classified with the shipped rules, evidence included: for JMH, which asks that all of this be public. */
@State(Scope.Thread)
@SuppressWarnings("NullAway.Init") // set up before anything is measured
public class ThemesBenchmark {

    /** Length of an item's text. */
    @Param("3000")
    public int characters;

    private List<String> texts;
    private Classifier classifier;
    private ToIntFunction<String> analysis;
    private int next;

    /** Writes the texts and makes the classifier. */
    @Setup
    public void setUp() {
        texts = ThemesCommand.texts(characters);
        classifier = Classifier.of(ThemeRules.shipped());
        analysis = Peer.analysis();
    }

    /** Lets the classifier go. */
    @TearDown
    public void tearDown() {
        classifier.close();
    }

    /** The limit: Lucene's analysis of the text alone. */
    @Benchmark
    public int analysisAlone() {
        return analysis.applyAsInt(text());
    }

    /** Themes of a text whose language its site states. */
    @Benchmark
    public int shippedRules() {
        return ThemesCommand.classify(classifier, "fr").applyAsInt(text());
    }

    /** Themes of a text whose language has to be found out. */
    @Benchmark
    public int shippedRulesDetected() {
        return ThemesCommand.classify(classifier, "").applyAsInt(text());
    }

    private String text() {
        return texts.get(next++ % texts.size());
    }
}
