package io.vigie.bench.storm;

import java.net.URI;
import java.util.List;

/** The configuration of the services under the storm. */
final class StormConfig {

    private StormConfig() {}

    static String vigie(String bootstrap, URI elasticsearch) {
        return """
                kafka:
                  bootstrap: %s
                elasticsearch:
                  url: %s
                fetch:
                  hostDelay: 10ms
                """.formatted(bootstrap, elasticsearch);
    }

    static String sources(List<StormSite> sites) {
        StringBuilder yaml = new StringBuilder("sources:\n");
        for (StormSite site : sites) {
            yaml.append("""
                      - id: %s
                        name: %s
                        url: %sfeed.xml
                        kind: feed
                        every: 3s
                        allowPrivate: true
                    """.formatted(site.id(), site.id(), site.base()));
        }
        return yaml.toString();
    }
}
