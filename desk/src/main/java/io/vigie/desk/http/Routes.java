package io.vigie.desk.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The table of endpoints. A template's {@code {name}} stands for one segment of the path.
 *
 * <p>Example: {@code /api/alerts/{id}/triage} answers {@code /api/alerts/4f2a/triage}.
 */
public final class Routes {

    private final List<Route> routes = new ArrayList<>();

    private record Route(String method, List<String> template, Endpoint endpoint) {}

    /** Adds an endpoint; {@code HEAD} is answered wherever {@code GET} is. */
    public Routes add(String method, String template, Endpoint endpoint) {
        routes.add(new Route(method, segments(template), endpoint));
        return this;
    }

    /** Methods by template, for comparison with a description of the API. */
    public Map<String, Set<String>> described() {
        Map<String, Set<String>> described = new TreeMap<>();
        for (Route route : routes) {
            described
                    .computeIfAbsent("/" + String.join("/", route.template()), template -> new TreeSet<>())
                    .add(route.method());
        }
        return described;
    }

    Reply answer(Call call) {
        String method = call.method().equals("HEAD") ? "GET" : call.method();
        List<String> path = segments(call.path());
        Set<String> others = new TreeSet<>();
        for (Route route : routes) {
            Map<String, String> variables = match(route.template(), path);
            if (variables != null && route.method().equals(method)) {
                return route.endpoint().answer(call.with(variables));
            }
            if (variables != null) {
                others.add(route.method());
            }
        }
        return others.isEmpty()
                ? Reply.problem(404, "Not found", "there is nothing at this address")
                : Reply.problem(405, "Method not allowed", "this address knows " + others)
                        .header("Allow", String.join(", ", others));
    }

    private static @Nullable Map<String, String> match(List<String> template, List<String> path) {
        if (template.size() != path.size()) {
            return null;
        }
        Map<String, String> variables = new TreeMap<>();
        for (int i = 0; i < path.size(); i++) {
            String expected = template.get(i);
            if (expected.startsWith("{")) {
                variables.put(expected.substring(1, expected.length() - 1), path.get(i));
            } else if (!expected.equals(path.get(i))) {
                return null;
            }
        }
        return variables;
    }

    private static List<String> segments(String path) {
        return List.of(path.substring(1).split("/", -1));
    }
}
