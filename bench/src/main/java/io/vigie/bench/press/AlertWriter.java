package io.vigie.bench.press;

import io.vigie.events.Alert;
import io.vigie.events.Classification;
import io.vigie.events.ClassifiedItem;
import io.vigie.events.Novelty;
import io.vigie.events.PressItem;
import io.vigie.events.Provenance;
import io.vigie.processor.alert.AlertStep;
import io.vigie.processor.watch.Classifier;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the processor makes of items, without its stream: every item is the first of its story. */
public final class AlertWriter {

    private AlertWriter() {}

    /** Alerts of {@link Reports}, one after the other, without end. */
    public static Stream<Alert> alerts(Reports press, Classifier classifier, Instant published) {
        return IntStream.iterate(0, number -> number + 4) // in the others there is nothing to be found
                .mapToObj(number -> press.item(number, published))
                .map(item -> verdict(item, classifier.classify(item), new Provenance("vigie.press-items", 0, 0, null)))
                .map(verdict -> alert(verdict, published))
                .flatMap(Optional::stream);
    }

    /**
     * The verdict on an item that nobody has seen before.
     *
     * @param origin where the item stands
     */
    public static ClassifiedItem verdict(PressItem item, Classification classification, Provenance origin) {
        return new ClassifiedItem(item, 1, Novelty.FIRST, classification, item.id(), origin, Instant.EPOCH);
    }

    /** The alert that a verdict raises; absent when nobody needs to be told. */
    public static Optional<Alert> alert(ClassifiedItem verdict, Instant filedAt) {
        return AlertStep.raise(null, verdict, filedAt, null);
    }
}
