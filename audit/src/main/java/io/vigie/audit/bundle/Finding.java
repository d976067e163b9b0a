package io.vigie.audit.bundle;

/**
 * Something in a bundle that does not hold.
 *
 * @param file of the bundle
 * @param what does not hold, one line, for example {@code vigie.alerts-2@17: themes are not what the rules say}
 */
public record Finding(String file, String what) {}
