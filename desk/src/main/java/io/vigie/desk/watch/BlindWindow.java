package io.vigie.desk.watch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of time in which a source could not be seen.
 *
 * @param from the last answer before it, or the first failure when there was none
 * @param to the next answer; absent while it lasts
 * @param reason of the last failure, a name of the closed set of failures
 * @param failures looks that failed in it
 */
public record BlindWindow(Instant from, @Nullable Instant to, String reason, int failures) {}
