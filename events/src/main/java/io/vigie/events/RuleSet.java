package io.vigie.events;

/**
 * A rule set as its author wrote it: a value of {@code vigie.themes}.
 *
 * @param hash SHA-256 of {@link #yaml()}, the name by which every match refers to it
 * @param yaml text of {@code themes.yaml}
 */
public record RuleSet(String hash, String yaml) {

    /** Key on {@code vigie.themes} under which the rule set in force stands; each set stands under its hash as well. */
    public static final String ACTIVE = "active";

    /**
     * Key under which a rule set stands on trial: it classifies alongside, into {@code vigie.shadow-alerts}, and nobody is
     * told. A tombstone ends the trial.
     */
    public static final String TRIAL = "trial";

    public RuleSet {
        if (!hash.equals(Sha256.hex(yaml))) {
            throw new IllegalArgumentException("rule set " + hash + " does not hold the text that this hash names");
        }
    }

    public static RuleSet of(String yaml) {
        return new RuleSet(Sha256.hex(yaml), yaml);
    }
}
