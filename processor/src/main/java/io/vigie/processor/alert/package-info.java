/**
 * Who is told what: turns classified items into alerts. An item that has a theme alerts once a revision; a revision
 * amends what was said, also when it takes the last theme away; a withdrawal retracts. An item that never had a theme
 * stays silent.
 *
 * <p>The first alert of an item whose first revision had no theme is {@code amended}, not {@code new}: a release that was
 * edited into a theme is news of another kind than one that was published with it, and the desk wants to see the edit. Its
 * revision is 2 or more, and {@link io.vigie.events.Alert#diff()} shows the sentences that made it so.
 */
@NullMarked
package io.vigie.processor.alert;

import org.jspecify.annotations.NullMarked;
