package io.vigie.audit.replay;

/**
 * How many got which verdict.
 *
 * @param identical record and replay say the same
 * @param changed both alert, not in the same way
 * @param gained only replay alerts
 * @param lost only the record alerts
 * @param unproven the rule set of its time is gone
 * @param missing no record at all
 */
public record Tally(long identical, long changed, long gained, long lost, long unproven, long missing) {

    static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0);

    Tally plus(Verdict verdict) {
        return switch (verdict) {
            case IDENTICAL -> new Tally(identical + 1, changed, gained, lost, unproven, missing);
            case CHANGED -> new Tally(identical, changed + 1, gained, lost, unproven, missing);
            case GAINED -> new Tally(identical, changed, gained + 1, lost, unproven, missing);
            case LOST -> new Tally(identical, changed, gained, lost + 1, unproven, missing);
            case UNPROVEN -> new Tally(identical, changed, gained, lost, unproven + 1, missing);
            case MISSING -> new Tally(identical, changed, gained, lost, unproven, missing + 1);
        };
    }

    /** Those that a person should look at. */
    public long different() {
        return changed + gained + lost + unproven + missing;
    }

    public long all() {
        return identical + different();
    }
}
