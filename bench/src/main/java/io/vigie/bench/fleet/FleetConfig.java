package io.vigie.bench.fleet;

import io.vigie.bench.press.PressSite;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The configuration of the services. */
public final class FleetConfig {

    private FleetConfig() {}

    /** {@code vigie.yaml}, without the section {@code metrics}. */
    public static String vigie(String bootstrap, URI elasticsearch) {
        return vigie(bootstrap, elasticsearch, Map.of());
    }

    /**
     * The same.
     *
     * @param properties settings of every Kafka client
     */
    public static String vigie(String bootstrap, URI elasticsearch, Map<String, String> properties) {
        return """
                kafka:
                  bootstrap: %s
                  properties: {%s}
                elasticsearch:
                  url: %s
                fetch:
                  hostDelay: 10ms
                """.formatted(
                        bootstrap,
                        properties.entrySet().stream()
                                .map(setting -> setting.getKey() + ": \"" + setting.getValue() + '"')
                                .collect(Collectors.joining(", ")),
                        elasticsearch);
    }

    /**
     * {@code sources.yaml}.
     *
     * @param every longest pause between two looks at a site, for example {@code 3s}
     */
    public static String sources(List<PressSite> sites, String every) {
        StringBuilder yaml = new StringBuilder("sources:\n");
        for (PressSite site : sites) {
            yaml.append("""
                      - id: %s
                        name: %s
                        url: %sfeed.xml
                        kind: feed
                        every: %s
                        allowPrivate: true
                    """.formatted(site.id(), site.id(), site.base(), every));
        }
        return yaml.toString();
    }
}
