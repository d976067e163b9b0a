package io.vigie.ingest.web;

import java.util.Map;

/**
 * What a server was asked.
 *
 * @param path with the query
 * @param headers by lower-case name
 */
public record Request(String path, Map<String, String> headers) {

    /** Empty when absent. */
    public String header(String name) {
        return headers.getOrDefault(name, "");
    }
}
