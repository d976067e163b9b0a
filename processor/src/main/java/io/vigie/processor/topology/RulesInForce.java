package io.vigie.processor.topology;

import io.vigie.events.Classification;
import io.vigie.events.PressItem;
import io.vigie.events.RuleSet;
import io.vigie.events.kafka.EventSerde;
import java.util.Arrays;
import java.util.function.Function;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rule set that one stream task applies. Looked up before every item, compiled only when its bytes changed, so that
 * a set is switched between two items and never within one. A set that does not compile is refused; the last good one
 * stays in force.
 */
final class RulesInForce {

    private static final Logger log = LoggerFactory.getLogger(RulesInForce.class);

    private final Function<RuleSet, ? extends Function<PressItem, Classification>> compiler;
    private final Runnable onRefusal;
    private @Nullable KeyValueStore<String, ValueAndTimestamp<byte[]>> store;
    private byte @Nullable [] bytes;
    private @Nullable Compiled current;

    private record Compiled(String hash, Function<PressItem, Classification> classifier) {}

    /**
     * Nothing is in force yet.
     *
     * @param compiler throws when a set cannot be used
     * @param onRefusal called once for each set that was refused
     */
    RulesInForce(Function<RuleSet, ? extends Function<PressItem, Classification>> compiler, Runnable onRefusal) {
        this.compiler = compiler;
        this.onRefusal = onRefusal;
    }

    void readFrom(KeyValueStore<String, ValueAndTimestamp<byte[]>> ruleSets) {
        store = ruleSets;
    }

    Classification classify(PressItem item) {
        return current().classifier().apply(item);
    }

    /** Content hash of the set in force. */
    String hash() {
        return current().hash();
    }

    private Compiled current() {
        ValueAndTimestamp<byte[]> active = store == null ? null : store.get(RuleSet.ACTIVE);
        if (active != null && !Arrays.equals(active.value(), bytes)) {
            bytes = active.value();
            compile(bytes);
        }
        if (current == null) {
            throw new NoRulesException("no usable rule set stands under the key '" + RuleSet.ACTIVE
                    + "'; publish one with `vigie themes publish`");
        }
        return current;
    }

    private void compile(byte[] json) {
        try {
            RuleSet set = EventSerde.of(RuleSet.class).deserialize("rule set", json);
            if (set != null) {
                current = new Compiled(set.hash(), compiler.apply(set));
                log.atInfo().addKeyValue("ruleset", set.hash()).log("rule set in force");
            }
        } catch (RuntimeException e) {
            onRefusal.run();
            log.atError()
                    .addKeyValue("kept", current == null ? "none" : current.hash())
                    .setCause(e)
                    .log("rule set refused");
        }
    }
}
