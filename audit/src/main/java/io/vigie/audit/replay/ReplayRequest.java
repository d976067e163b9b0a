package io.vigie.audit.replay;

import io.vigie.audit.topic.Bound;
import io.vigie.events.RuleSet;
import org.jspecify.annotations.Nullable;

/**
 * What is to be replayed.
 *
 * @param from where to begin
 * @param to where to end
 * @param words how a person put the two, such as {@code 30d..latest}: a run that is resumed is known by them
 * @param rules to judge with; absent for those of the time of each item
 * @param software version that replays, for the report
 */
public record ReplayRequest(
        Bound from, Bound to, String words, @Nullable RuleSet rules, String software) {

    /** Names the request: a checkpoint of another one cannot be gone on from. */
    String key(String topic) {
        return "classify " + topic + " " + words + " " + (rules == null ? "then" : rules.hash()) + " " + software;
    }
}
