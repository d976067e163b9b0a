package io.vigie.processor.topology;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vigie.events.Classification;
import io.vigie.events.ClassifiedItem;
import io.vigie.events.DeadLetter;
import io.vigie.events.Novelty;
import io.vigie.events.PressItem;
import io.vigie.events.Readiness;
import io.vigie.events.RuleSet;
import io.vigie.events.kafka.EventSerde;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rule set that an instance applies, one for all its stream tasks: it is tested and compiled once, when it is published,
 * not once a task. A set is switched between two items and never within one. One that cannot be used, or fails its own
 * examples, is refused: a {@link DeadLetter} of stage {@value #STAGE} says why, and the last good one stays in force.
 *
 * <p>Safe for many threads. An item is classified under the read lock; the switch takes the write lock, so that nobody uses
 * the old classifier any more when it is closed.
 */
public final class RulesInForce {

    static final String STAGE = "processor.rules";

    private static final int LONGEST_REASON = 300;

    private static final Logger log = LoggerFactory.getLogger(RulesInForce.class);

    private final Function<RuleSet, ? extends Function<PressItem, Classification>> compiler;
    private final RefusedRuleSets refusals;
    private final Counter refused;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private byte @Nullable [] offered;
    private volatile @Nullable Compiled current;
    private volatile @Nullable String refusal;
    private @Nullable RulesInForce trial;

    private record Compiled(String hash, Function<PressItem, Classification> classifier) {}

    /**
     * Nothing is in force yet.
     *
     * @param compiler throws when a set cannot be used; a classifier that is {@link AutoCloseable} is closed when it is
     *     replaced
     * @param refusals is told of every set that was refused
     * @param meters receives {@code vigie.processor.rulesets.refused} and {@code vigie.processor.rulesets.current}, which is
     *     0 while the set in force is not the one that was published last
     */
    public RulesInForce(
            Function<RuleSet, ? extends Function<PressItem, Classification>> compiler,
            RefusedRuleSets refusals,
            MeterRegistry meters) {
        this(compiler, refusals, meters, "vigie.processor.rulesets");
    }

    private RulesInForce(
            Function<RuleSet, ? extends Function<PressItem, Classification>> compiler,
            RefusedRuleSets refusals,
            MeterRegistry meters,
            String name) {
        this.compiler = compiler;
        this.refusals = refusals;
        this.refused = meters.counter(name + ".refused");
        meters.gauge(name + ".current", this, rules -> rules.refusal == null && rules.current != null ? 1 : 0);
    }

    /**
     * What is on trial beside these: made by the same compiler and refused in the same way, with meters of its own. Always
     * the same, so that a topology that is built again, after stores that could not be opened, goes by the same meters.
     *
     * @param meters receives {@code vigie.processor.shadow.rulesets.refused} and {@code .current}
     */
    synchronized RulesInForce onTrial(MeterRegistry meters) {
        RulesInForce known = trial;
        if (known == null) {
            known = new RulesInForce(compiler, refusals, meters, "vigie.processor.shadow.rulesets");
            trial = known;
        }
        return known;
    }

    /**
     * Puts a published set in force, or refuses it; does nothing when it is the one that was offered last.
     *
     * @param json of a {@link RuleSet}
     * @param topic where it was read
     */
    synchronized void offer(byte[] json, String topic, int partition, long offset) {
        if (Arrays.equals(json, offered)) {
            return;
        }
        offered = json;
        try {
            RuleSet set = Objects.requireNonNull(EventSerde.of(RuleSet.class).deserialize(topic, json));
            Compiled last = current;
            if (last == null || !last.hash().equals(set.hash())) {
                replace(new Compiled(set.hash(), compiler.apply(set)));
                log.atInfo().addKeyValue("ruleset", set.hash()).log("rule set in force");
            }
            refusal = null;
        } catch (RuntimeException | StackOverflowError e) {
            refusal = line(e);
            refused.increment();
            Compiled kept = current;
            log.atError()
                    .addKeyValue("kept", kept == null ? "none" : kept.hash())
                    .setCause(e)
                    .log("rule set refused");
            refusals.refused(
                    new DeadLetter(topic, partition, offset, STAGE, e.getClass().getName(), e.getMessage()), json);
        }
    }

    private static String line(Throwable why) {
        String message =
                String.valueOf(why.getMessage()).replaceAll("\\s+", " ").strip();
        return message.length() <= LONGEST_REASON ? message : message.substring(0, LONGEST_REASON) + "…";
    }

    /** Ready while a set is in force, with a warning while it is not the one that was published last. */
    public Readiness check() {
        String why = refusal;
        if (why == null) {
            return current == null ? Readiness.notReady("processor: no rule set was published") : Readiness.ready();
        }
        Compiled kept = current;
        return kept == null
                ? Readiness.notReady("processor: no usable rule set; the last was refused: " + why)
                : Readiness.ready(
                        "processor: the last rule set was refused, " + kept.hash() + " stays in force: " + why);
    }

    /** Takes the set out of force; nothing takes its place. */
    synchronized void retire() {
        offered = null;
        refusal = null;
        replace(null);
    }

    private void replace(@Nullable Compiled next) {
        Compiled last;
        lock.writeLock().lock();
        try {
            last = current;
            current = next;
        } finally {
            lock.writeLock().unlock();
        }
        if (last != null && last.classifier() instanceof AutoCloseable old) {
            try {
                old.close();
            } catch (Exception e) {
                log.atWarn()
                        .addKeyValue("ruleset", last.hash())
                        .setCause(e)
                        .log("a replaced rule set could not be closed");
            }
        }
    }

    /**
     * Classifies one item by one rule set.
     *
     * @throws NoRulesException when no usable set was published
     */
    Classification classify(PressItem item) {
        lock.readLock().lock();
        try {
            return current().classifier().apply(item);
        } finally {
            lock.readLock().unlock();
        }
    }

    /** What the set in force says of an item that another one has judged; empty while there is none. */
    Optional<Classification> tryAgain(ClassifiedItem judged) {
        lock.readLock().lock();
        try {
            Compiled now = current;
            if (now == null) {
                return Optional.empty();
            }
            return Optional.of(
                    judged.novelty() == Novelty.WITHDRAWN
                            ? new Classification(
                                    now.hash(), judged.classification().language(), List.of(), List.of())
                            : now.classifier().apply(judged.item()));
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Content hash of the set in force. */
    String hash() {
        return current().hash();
    }

    private Compiled current() {
        Compiled now = current;
        if (now == null) {
            throw new NoRulesException("no usable rule set stands under the key '" + RuleSet.ACTIVE
                    + "'; a processor that starts publishes its themes.yaml");
        }
        return now;
    }
}
