package io.vigie.audit.bundle;

/** Names in a bundle. */
final class BundleFiles {

    static final String PAGES = "pages.warc";
    static final String ITEMS = "items.jsonl";
    static final String CLASSIFIED = "classified-items.jsonl";
    static final String ALERTS = "alerts.jsonl";
    static final String DELIVERIES = "deliveries.jsonl";
    static final String RULESETS = "rulesets";

    private BundleFiles() {}

    /** Example: {@code rulesets/6f3a….yaml}. */
    static String ruleset(String hash) {
        return RULESETS + "/" + hash + ".yaml";
    }
}
