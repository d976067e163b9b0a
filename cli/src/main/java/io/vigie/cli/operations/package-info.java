/**
 * What an operator asks a running process: is it alive ({@code /livez}), does it do its work and if not why
 * ({@code /readyz}), and what did it count ({@code /metrics}, Prometheus text format). Plain HTTP on loopback unless
 * configured otherwise.
 */
@NullMarked
package io.vigie.cli.operations;

import org.jspecify.annotations.NullMarked;
