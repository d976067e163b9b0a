package io.vigie.sink.elastic;

/** Names in Elasticsearch. Readers use the alias; only the sink knows indices. */
final class AlertNames {

    /** Every alert, for reading. */
    static final String ALIAS = "vigie-alerts";

    /**
     * Raised when a mapping changes in a way that stored documents cannot follow. Each layout has its own template and
     * its own indices, so that an older program can go on with the older ones.
     */
    static final int LAYOUT = 1;

    static final String TEMPLATE = "vigie-alerts-v" + LAYOUT;

    private AlertNames() {}

    /** Example: {@code vigie-alerts-v1-2025-04}. */
    static String index(String month) {
        return TEMPLATE + "-" + month;
    }
}
