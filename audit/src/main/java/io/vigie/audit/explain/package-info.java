/**
 * Why did it alert, and under which rules? One alert with the reckoning that led to it, made again from the item and the
 * rule set that it names; and the rule sets that there were, with what each has raised.
 */
@NullMarked
package io.vigie.audit.explain;

import org.jspecify.annotations.NullMarked;
