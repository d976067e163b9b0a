package io.vigie.bench.report;

import io.vigie.bench.report.Figure.Role;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Values as rounds bring them, which become one figure a contender. */
public final class Trials {

    private record Row(Role role, List<Double> runs) {}

    private final Map<String, Row> rows = new LinkedHashMap<>();

    /** Adds what a contender reached in a round. */
    public void add(String name, Role role, double value) {
        rows.computeIfAbsent(name, any -> new Row(role, new ArrayList<>()))
                .runs()
                .add(value);
    }

    /** Contenders in the order in which they first came. */
    public List<Figure> figures() {
        return rows.entrySet().stream()
                .map(row -> new Figure(
                        row.getKey(), row.getValue().role(), row.getValue().runs()))
                .toList();
    }
}
