package io.vigie.bench.stream;

import io.vigie.events.Alert;
import io.vigie.events.Classification;
import io.vigie.events.ClassifiedItem;
import io.vigie.events.PressItem;
import io.vigie.events.Provenance;
import io.vigie.events.json.JsonCodec;
import io.vigie.processor.alert.AlertStep;
import io.vigie.processor.formula.Formulas;
import io.vigie.processor.novelty.NoveltyStep;
import io.vigie.processor.story.Fingerprint;
import io.vigie.processor.story.Fingerprinter;
import io.vigie.processor.story.HeapMemory;
import io.vigie.processor.story.Placement;
import io.vigie.processor.story.StoryIndex;
import io.vigie.processor.story.StorySettings;
import io.vigie.processor.watch.Classifier;
import java.util.List;

/** What the topology does to an item, without the topology: no broker, no store, no transaction. */
final class PureSteps {

    private final Classifier classifier;
    private final Fingerprinter fingerprinter = new Fingerprinter();
    private final StoryIndex index = new StoryIndex(StorySettings.defaults(), new HeapMemory());
    private final JsonCodec<PressItem> items = JsonCodec.of(PressItem.class);
    private final JsonCodec<ClassifiedItem> verdicts = JsonCodec.of(ClassifiedItem.class);
    private final JsonCodec<Alert> alerts = JsonCodec.of(Alert.class);
    private final Formulas formulas = Formulas.shipped();
    private int done;

    PureSteps(Classifier classifier) {
        this.classifier = classifier;
    }

    /** Takes every item through all steps. */
    void all(List<byte[]> texts) {
        texts.forEach(this::one);
    }

    private void one(byte[] json) {
        PressItem item = items.decode(json);
        NoveltyStep.Verdict novelty = NoveltyStep.judge(null, item);
        Classification classification = classifier.classify(item);
        Fingerprint print = fingerprinter.of(
                item.id(), item.datePublished(), classification.language(), item.headline(), item.body());
        Placement place = Placement.of(item.id(), done, List.of(index.add(print, done, route -> true)));
        ClassifiedItem verdict = new ClassifiedItem(
                item,
                1,
                novelty.novelty(),
                classification,
                place.storyId(),
                new Provenance("items", 0, done++, null),
                item.detectedAt());
        verdicts.encode(verdict);
        AlertStep.raise(null, verdict, item.detectedAt(), null).ifPresent(alerts::encode);
        formulas.in(item, 1, classification.language(), item.detectedAt());
    }
}
