package io.vigie.processor.topology;

import io.vigie.events.RuleSet;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Keeps the published rule sets of an instance, and offers the active one as soon as it comes, so that it is known at once
 * whether it can be used, not only when the next item comes. The one on trial is offered beside it, and taken back by a tombstone.
 */
final class RuleSetReader extends ContextualProcessor<String, byte[], Void, Void> {

    static final String STORE = "rule-sets";

    private final RulesInForce rules;
    private final RulesInForce trial;
    private KeyValueStore<String, byte[]> store;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init first.
    RuleSetReader(RulesInForce rules, RulesInForce trial) {
        this.rules = rules;
        this.trial = trial;
    }

    @Override
    public void init(ProcessorContext<Void, Void> context) {
        super.init(context);
        store = context.getStateStore(STORE);
    }

    @Override
    public void process(Record<String, byte[]> record) {
        store.put(record.key(), record.value());
        if (RuleSet.ACTIVE.equals(record.key()) && record.value() != null) {
            offer(rules, record.value());
        } else if (RuleSet.TRIAL.equals(record.key()) && record.value() != null) {
            offer(trial, record.value());
        } else if (RuleSet.TRIAL.equals(record.key())) {
            trial.retire();
        }
    }

    private void offer(RulesInForce to, byte[] json) {
        RecordMetadata source = context().recordMetadata().orElseThrow();
        to.offer(json, source.topic(), source.partition(), source.offset());
    }
}
