/** What programs and the page ask: alerts, stories, coverage, sources, decisions; as JSON, CSV and JSON lines. */
@NullMarked
package io.vigie.desk.api;

import org.jspecify.annotations.NullMarked;
