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
 * @param stage where each item begins
 * @param rules to judge with; absent for those of the time of each item
 * @param into index that the alerts go to; absent when they go nowhere
 * @param software version that replays, for the report
 */
public record ReplayRequest(
        Bound from,
        Bound to,
        String words,
        Stage stage,
        @Nullable RuleSet rules,
        @Nullable String into,
        String software) {

    /** A replay that begins with the texts of the items and sends its alerts nowhere. */
    public static ReplayRequest classify(Bound from, Bound to, String words, @Nullable RuleSet rules, String software) {
        return new ReplayRequest(from, to, words, Stage.CLASSIFY, rules, null, software);
    }

    /** Names the request: a checkpoint of another one cannot be gone on from. */
    public String key(String topic) {
        return String.join(
                " ",
                stage.toString(),
                topic,
                words,
                rules == null ? "then" : rules.hash(),
                into == null ? "nowhere" : into,
                software);
    }
}
