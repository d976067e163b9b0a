package io.vigie.bench.fleet;

import io.vigie.bench.press.PressSite;
import java.net.URI;
import java.util.List;

/** The configuration of the services. */
public final class FleetConfig {

    private FleetConfig() {}

    /** {@code vigie.yaml}, without the section {@code metrics}. */
    public static String vigie(String bootstrap, URI elasticsearch) {
        return """
                kafka:
                  bootstrap: %s
                elasticsearch:
                  url: %s
                fetch:
                  hostDelay: 10ms
                """.formatted(bootstrap, elasticsearch);
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
