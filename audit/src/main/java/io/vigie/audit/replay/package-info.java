/**
 * Judges items again and says what is not the same.
 *
 * <p>The unit is one revision of one item. Its text is read from the item topic; what production made of it from {@code
 * vigie.classified-items} and {@code vigie.alerts}, found by the provenance that both carry. {@link
 * io.vigie.audit.replay.Rejudgement} puts the text through the {@link io.vigie.processor.watch.Classifier} and the {@link
 * io.vigie.processor.alert.AlertStep} of production, under the rule set that was in force then (its hash stands in the
 * record) or under another; {@link io.vigie.audit.replay.Comparison} says what differs.
 *
 * <p>A replay may begin one step earlier, with the page that the item was read from: {@link
 * io.vigie.audit.replay.PageWindow} finds it beside the items, {@link io.vigie.audit.replay.Reextraction} reads it again,
 * and what any field now says otherwise stands in the verdict. The text that results is judged, not the one on record.
 *
 * <p><b>What is compared</b> is what the rules decide: whether there is an alert, its status, revision and language, the
 * themes with their scores and evidence, and the rule set when it is that of its time. <b>Not compared</b> is what the
 * clock, the machine or other items decide: latency, the story that other reports belong to, earlier revisions carried
 * along, marked words. They differ between two honest runs, and no rule has a say in them.
 *
 * <p><b>What is taken from the record</b>: whether a text was the first, a change or a withdrawal, and its revision
 * number. They follow from everything that came before, which a replay of one day does not read. An item that left no
 * record at all is looked into ({@link io.vigie.audit.replay.SilenceCheck}): a duplicate is silent by right, a dead
 * letter says why, and anything else was lost.
 *
 * <p>Memory does not grow with the span: items, classified items and alerts are read side by side in windows, verdicts go
 * to a file, and what is remembered between two revisions is only where replay and record disagree.
 */
@NullMarked
package io.vigie.audit.replay;

import org.jspecify.annotations.NullMarked;
