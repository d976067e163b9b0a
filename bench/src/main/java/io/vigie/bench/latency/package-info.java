/**
 * From a site's press office to the desk: how long until an alert is found by a search, and which stage took it.
 *
 * <p>The services run as in production, one process each. The clock starts when the page is on its site and its feed
 * lists it, and stops when a search, made five times a second, finds the alert.
 */
@NullMarked
package io.vigie.bench.latency;

import org.jspecify.annotations.NullMarked;
