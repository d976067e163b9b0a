package io.vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The files under {@code docker} that ask for metrics by name. */
final class MonitoringFiles {

    private static final Path DOCKER = Path.of("..", "docker");
    private static final Pattern ASKED = Pattern.compile("\\b(?:vigie|kafka|jvm|process)_[a-z_]+");
    private static final Pattern MEASURED = Pattern.compile("(?m)^([a-z_]+)[{ ]");

    private MonitoringFiles() {}

    /** Names that the alert rules and the dashboard use. */
    static Set<String> metrics() throws IOException {
        Set<String> names = new TreeSet<>();
        for (String file : new String[] {
            "prometheus/alerts.yml",
            "grafana/dashboards/vigie.json",
            "kubernetes/processor.yaml",
            "kubernetes/sink.yaml"
        }) {
            Set<String> found = names(ASKED, 0, Files.readString(DOCKER.resolve(file)));
            assertThat(found).as(file).isNotEmpty();
            names.addAll(found);
        }
        return names;
    }

    /** Names that a process answers on {@code /metrics}. */
    static Set<String> metricsIn(String scrape) {
        return names(MEASURED, 1, scrape);
    }

    private static Set<String> names(Pattern pattern, int group, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(group))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
