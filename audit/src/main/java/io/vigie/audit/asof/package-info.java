/**
 * What did we know when? The index holds the newest revision of each alert and nothing else; the alert topic holds all of
 * them, so that the index of any past moment can be made again from it.
 */
@NullMarked
package io.vigie.audit.asof;

import org.jspecify.annotations.NullMarked;
