package io.vigie.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import java.util.Set;
import org.elasticsearch.common.settings.Settings;
import org.junit.jupiter.api.Test;

class ElasticsearchMainTest {

    @Test
    void takesDottedLowerCaseVariablesOnly() {
        Settings settings = ElasticsearchMain.settings(Map.of(
                "cluster.name", "watch",
                "discovery.type", "single-node",
                "PATH", "/bin",
                "ES_JAVA_OPTS", "-Xmx1g",
                "xpack.security.enabled", "false",
                "home", "/root"));

        assertThat(settings.keySet()).isEqualTo(Set.of("http.host", "cluster.name", "discovery.type"));
        assertThat(settings.get("cluster.name")).isEqualTo("watch");
    }

    @Test
    void refusesToPretendSecurity() {
        assertThatExceptionOfType(StartException.class)
                .isThrownBy(() -> ElasticsearchMain.settings(Map.of("xpack.security.enabled", "true")))
                .withMessageStartingWith("xpack.security.enabled: true is not available in this node");
    }
}
