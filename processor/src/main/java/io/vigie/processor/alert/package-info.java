/**
 * Who is told what: turns classified items into alerts. An item that has a theme alerts once a revision; a revision
 * amends what was said, also when it takes the last theme away; a withdrawal retracts. An item that never had a theme
 * stays silent.
 */
@NullMarked
package io.vigie.processor.alert;

import org.jspecify.annotations.NullMarked;
