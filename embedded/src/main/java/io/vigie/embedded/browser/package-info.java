/**
 * A browser to test and measure the desk's page in: the Chromium of the system, spoken to in its own DevTools protocol
 * over a WebSocket of the JDK. The drivers that others have written bring browsers or servers of their own; a dozen
 * commands are enough here.
 */
@NullMarked
package io.vigie.embedded.browser;

import org.jspecify.annotations.NullMarked;
