package io.vigie.audit.replay;

import io.vigie.audit.topic.RuleSets;
import io.vigie.events.RuleSet;
import io.vigie.processor.watch.Classifier;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A classifier for every rule set that is asked for, made once. Safe for many threads. */
final class Classifiers implements AutoCloseable {

    private final RuleSets sets;
    private final Map<String, Optional<Classifier>> byHash = new ConcurrentHashMap<>();

    Classifiers(RuleSets sets) {
        this.sets = sets;
    }

    /**
     * The classifier of a rule set.
     *
     * @param given the set itself, when it need not be on the topic
     * @return empty when the topic does not have the set
     */
    Optional<Classifier> of(String hash, @Nullable RuleSet given) {
        return byHash.computeIfAbsent(
                hash, wanted -> (given == null ? sets.find(wanted) : Optional.of(given)).map(Classifier::of));
    }

    @Override
    public void close() {
        byHash.values().forEach(classifier -> classifier.ifPresent(Classifier::close));
    }
}
