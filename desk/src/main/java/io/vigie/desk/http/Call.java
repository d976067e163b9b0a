package io.vigie.desk.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request.
 *
 * @param method in upper case
 * @param path decoded, begins with a slash
 * @param query decoded parameters, in order
 * @param headers by name in lower case, the first of each
 * @param variables parts of the path that the route names
 * @param body empty when there is none
 */
@SuppressWarnings("ArrayRecordComponent") // passed on and never compared
public record Call(
        String method,
        String path,
        Map<String, List<String>> query,
        Map<String, String> headers,
        Map<String, String> variables,
        byte[] body) {

    /** Longest value of a parameter. */
    private static final int LONGEST = 1_000;

    /**
     * The first value of a query parameter; empty when it is absent or blank.
     *
     * @throws BadRequest when it is longer than any that makes sense
     */
    public Optional<String> parameter(String name) {
        List<String> values = query.getOrDefault(name, List.of());
        if (values.isEmpty() || values.get(0).isBlank()) {
            return Optional.empty();
        }
        if (values.get(0).length() > LONGEST) {
            throw new BadRequest(name + " is longer than " + LONGEST + " characters");
        }
        return Optional.of(values.get(0));
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** A part of the path that the route names. */
    public String variable(String name) {
        String value = variables.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the route has no variable " + name);
        }
        return value;
    }

    Call with(Map<String, String> found) {
        return new Call(method, path, query, headers, found, body);
    }
}
