package io.vigie.audit.topic;

/**
 * A stretch of one partition.
 *
 * @param topic name, prefix included
 * @param partition of it
 * @param from offset of the first record to read
 * @param to offset behind the last one
 */
public record Span(String topic, int partition, long from, long to) {

    public Span {
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("span " + from + ".." + to + " of " + topic + "-" + partition);
        }
    }

    /** Offsets in it; the records are fewer where a topic was compacted or a transaction was aborted. */
    public long length() {
        return to - from;
    }
}
