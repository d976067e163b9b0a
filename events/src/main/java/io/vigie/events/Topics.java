package io.vigie.events;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Names of the topics, under one prefix, so that two watches can share a cluster.
 *
 * <p>Example: {@code new Topics("vigie.").pressItems()} is {@code vigie.press-items}.
 *
 * @param prefix put before every name, usually {@code vigie.}; letters, digits, dot, dash and underscore, may be empty
 */
public record Topics(String prefix) {

    private static final Pattern LEGAL = Pattern.compile("[a-zA-Z0-9._-]*");

    public Topics {
        if (!LEGAL.matcher(prefix).matches() || prefix.length() > 100) {
            throw new IllegalArgumentException("topic prefix '" + prefix
                    + "' may hold letters, digits, dot, dash and underscore only, 100 at most");
        }
    }

    /** The names that DESIGN and other programs know: prefix {@code vigie.}. */
    public static Topics standard() {
        return new Topics("vigie.");
    }

    /** {@link SourceDefinition} by source id, compacted. */
    public String sources() {
        return prefix + "sources";
    }

    /**
     * {@link FetchState} and {@link PageState}, each under its own key, compacted; both in the partition that their
     * source has in {@link #sources()}.
     */
    public String fetchState() {
        return prefix + "fetch-state";
    }

    /** {@link WatchEntry} by source id: every look at a source, successful or not. */
    public String watchLedger() {
        return prefix + "watch-ledger";
    }

    /** Page bytes as fetched, gzip, by the SHA-256 (lower-case hex) of the uncompressed bytes. */
    public String pageSnapshots() {
        return prefix + "page-snapshots";
    }

    /** {@link PressItem} by item id. */
    public String pressItems() {
        return prefix + "press-items";
    }

    /** {@link RuleSet} texts by content hash, and the hash in force under the key {@code active}; compacted. */
    public String themes() {
        return prefix + "themes";
    }

    /** {@link ClassifiedItem} by item id, with a theme or without. */
    public String classifiedItems() {
        return prefix + "classified-items";
    }

    /** {@link Alert} by alert id. */
    public String alerts() {
        return prefix + "alerts";
    }

    /** {@link Alert} by alert id, as the rule set on trial would have raised it; nobody is told of these. */
    public String shadowAlerts() {
        return prefix + "shadow-alerts";
    }

    /** {@link Notice} by channel id: what is to be told, before it is. */
    public String outbox() {
        return prefix + "outbox";
    }

    /** {@link Delivery} by channel id, partitioned as {@link #outbox()}: what was told, when, or why not. */
    public String deliveryLedger() {
        return prefix + "delivery-ledger";
    }

    /** {@link Triage} by alert id: what people at the desk decided. */
    public String triage() {
        return prefix + "triage";
    }

    /** {@link Story} by story id, compacted: which items tell of one event. */
    public String stories() {
        return prefix + "stories";
    }

    /** {@link StoryNote} by story id: the moves that lead to {@link #stories()}. */
    public String storyNotes() {
        return prefix + "story-notes";
    }

    /** {@link Coverage} by {@link Coverage#key()}, compacted. */
    public String coverage() {
        return prefix + "coverage";
    }

    /** {@link Surge} by surge id. */
    public String surges() {
        return prefix + "surges";
    }

    /** {@link Divergence} by divergence id. */
    public String divergences() {
        return prefix + "divergences";
    }

    /** {@link FormulaChange} by change id. */
    public String formulaChanges() {
        return prefix + "formula-changes";
    }

    /** {@link DeadLetter}: the original key and bytes, the reason in headers. */
    public String deadLetters() {
        return prefix + "dead-letters";
    }

    /** {@link Redrive} by the place of the dead letter, compacted: which letters were put back. */
    public String redriven() {
        return prefix + "redriven";
    }

    /** {@link Erasure} by item id: which items were erased on request. */
    public String erasures() {
        return prefix + "erasures";
    }

    /** Every topic with how it is to be made. */
    public List<TopicSpec> all() {
        return List.of(
                TopicSpec.compacted(sources()),
                TopicSpec.compacted(fetchState()),
                TopicSpec.kept(watchLedger()),
                TopicSpec.kept(pageSnapshots()),
                TopicSpec.kept(pressItems()),
                TopicSpec.single(themes()),
                TopicSpec.kept(classifiedItems()),
                TopicSpec.kept(alerts()),
                TopicSpec.kept(shadowAlerts()),
                TopicSpec.kept(triage()),
                TopicSpec.kept(outbox()),
                TopicSpec.kept(deliveryLedger()),
                TopicSpec.compacted(stories()),
                TopicSpec.kept(storyNotes()),
                TopicSpec.compacted(coverage()),
                TopicSpec.kept(surges()),
                TopicSpec.kept(divergences()),
                TopicSpec.kept(formulaChanges()),
                TopicSpec.kept(deadLetters()),
                TopicSpec.compacted(redriven()),
                TopicSpec.kept(erasures()));
    }
}
