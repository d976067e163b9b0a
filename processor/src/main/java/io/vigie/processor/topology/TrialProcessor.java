package io.vigie.processor.topology;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vigie.events.Classification;
import io.vigie.events.ClassifiedItem;
import io.vigie.events.RuleSet;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.state.KeyValueStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Classifies each item a second time, under the rule set on trial, while there is one. A fault of that set is counted and
 * goes no further: it must not cost production an alert.
 */
final class TrialProcessor extends ContextualFixedKeyProcessor<String, FiledItem, FiledItem> {

    private static final Logger log = LoggerFactory.getLogger(TrialProcessor.class);
    private static final int UNKNOWN = -1;

    private final RulesInForce rules;
    private final String themes;
    private final Counter failed;

    /**
     * Applies shared rules.
     *
     * @param themes topic of the rule sets
     */
    TrialProcessor(RulesInForce rules, String themes, MeterRegistry meters) {
        this.rules = rules;
        this.themes = themes;
        this.failed = meters.counter("vigie.processor.shadow.failed");
    }

    @Override
    public void init(FixedKeyProcessorContext<String, FiledItem> context) {
        super.init(context);
        // A store that was restored need not have gone through its reader.
        KeyValueStore<String, byte[]> ruleSets = context.getStateStore(RuleSetReader.STORE);
        byte[] trial = ruleSets.get(RuleSet.TRIAL);
        if (trial != null) {
            rules.offer(trial, themes, UNKNOWN, UNKNOWN);
        }
    }

    @Override
    public void process(FixedKeyRecord<String, FiledItem> record) {
        FiledItem filed = record.value();
        tryAgain(filed.classified())
                .ifPresent(classification -> context().forward(record.withValue(filed.classifiedAs(classification))));
    }

    private Optional<Classification> tryAgain(ClassifiedItem judged) {
        try {
            return rules.tryAgain(judged);
        } catch (RuntimeException e) {
            failed.increment();
            log.atWarn().addKeyValue("item", judged.item().id()).setCause(e).log("rule set on trial failed");
            return Optional.empty();
        }
    }
}
