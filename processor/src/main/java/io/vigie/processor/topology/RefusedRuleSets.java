package io.vigie.processor.topology;

import io.vigie.events.DeadLetter;

/** Where news of refused rule sets goes. */
@FunctionalInterface
public interface RefusedRuleSets {

    /** Tells nobody: the log and the counter say it all the same. */
    RefusedRuleSets UNTOLD = (why, json) -> {};

    /**
     * A rule set was refused; the last good one stays in force.
     *
     * @param why where it stood, and which rule or example is wrong
     * @param json value of its record
     */
    void refused(DeadLetter why, byte[] json);
}
