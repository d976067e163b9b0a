package io.vigie.bench.startup;

import java.time.Duration;

/**
 * One start and the rest after it.
 *
 * @param toReady from the start of the process until it serves
 * @param resident bytes of memory at the end of the rest
 * @param warming processor time right after the start, while code is still being compiled, as a share of one processor
 * @param settling the same in the minutes after that
 * @param busy processor time during the rest, as a share of one processor
 */
record Start(Duration toReady, long resident, double warming, double settling, double busy) {}
