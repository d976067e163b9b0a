package io.vigie.embedded;

import org.elasticsearch.cluster.service.ClusterService;
import org.elasticsearch.env.Environment;
import org.elasticsearch.node.Node;
import org.elasticsearch.plugins.PluginsLoader;

/** A node that shares its process, with other nodes too. */
final class GuestNode extends Node {

    GuestNode(Environment environment, PluginsLoader plugins) {
        super(environment, plugins);
    }

    /** Its ids would go into the process's log lines, a place for one node per process: a second node would fail. */
    @Override
    protected void configureNodeAndClusterIdStateListener(ClusterService clusterService) {}
}
