package io.vigie.embedded;

import java.nio.file.Path;
import org.elasticsearch.common.settings.Settings;

/** The settings of a cluster of one node that listens on loopback only. */
final class NodeSettings {

    private NodeSettings() {}

    static Settings of(Path home, Path data, Path logs, int httpPort) {
        return Settings.builder()
                .put("cluster.name", "vigie")
                .put("node.name", "vigie")
                .put("path.home", home.toString())
                .put("path.data", data.toString())
                .put("path.logs", logs.toString())
                .put("network.host", Loopback.HOST)
                .put("http.port", httpPort)
                .put("transport.port", 0)
                .put("discovery.type", "single-node")
                // Small and nearly full disks are usual where one process runs everything.
                .put("cluster.routing.allocation.disk.threshold_enabled", false)
                // The heap is shared: its use says nothing about what this node asked for.
                .put("indices.breaker.total.use_real_memory", false)
                .build();
    }
}
