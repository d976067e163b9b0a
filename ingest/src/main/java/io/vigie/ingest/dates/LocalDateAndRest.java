package io.vigie.ingest.dates;

import java.time.LocalDateTime;

/**
 * A date as found, and the text in which its zone may stand.
 *
 * @param local on the clock of whoever wrote it
 * @param rest of the text
 */
record LocalDateAndRest(LocalDateTime local, String rest) {}
