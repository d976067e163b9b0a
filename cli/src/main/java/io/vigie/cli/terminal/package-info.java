/**
 * What the command shows on a terminal: alerts as a table that grows, and a line that sums them up.
 *
 * <p>Everything shown was written by strangers. {@link io.vigie.cli.terminal.TerminalText} takes from it whatever could
 * move the cursor, change colours, reorder the line or hide text, and counts columns as a terminal does;
 * {@link io.vigie.cli.terminal.AlertTable} lays it out; {@link io.vigie.cli.terminal.TerminalView} knows how wide the
 * terminal is and whether it wants colours. Nothing here prints.
 */
@NullMarked
package io.vigie.cli.terminal;

import org.jspecify.annotations.NullMarked;
