package io.vigie.ingest.scrape;

import java.util.HashSet;
import java.util.Set;

/** Parameters of addresses that count visitors, from {@code tracking-parameters.txt}. */
final class TrackingParameters {

    private final Set<String> names = new HashSet<>();
    private final Set<String> prefixes = new HashSet<>();

    private TrackingParameters() {}

    static TrackingParameters shipped() {
        TrackingParameters parameters = new TrackingParameters();
        for (String line : ShippedLines.of("tracking-parameters.txt")) {
            if (line.endsWith("*")) {
                parameters.prefixes.add(line.substring(0, line.length() - 1));
            } else {
                parameters.names.add(line);
            }
        }
        return parameters;
    }

    /** @param name in lower case */
    boolean contain(String name) {
        return names.contains(name) || prefixes.stream().anyMatch(name::startsWith);
    }
}
