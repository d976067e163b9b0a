package io.vigie.processor.watch;

import java.io.StringReader;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Where in a YAML text a value stands: for messages about values that are well-formed and yet wrong. */
final class YamlLines {

    private YamlLines() {}

    /**
     * Line, counted from 1, of the value at a path of keys (strings) and indexes (integers), or of the last step that
     * exists.
     */
    static int line(String yaml, List<Object> path) {
        LoaderOptions limits = new LoaderOptions();
        limits.setCodePointLimit(Integer.MAX_VALUE);
        Node node = new Yaml(limits).compose(new StringReader(yaml));
        for (Object step : path) {
            Node next = step(node, step);
            if (next == null) {
                break;
            }
            node = next;
        }
        return node.getStartMark().getLine() + 1;
    }

    private static @org.jspecify.annotations.Nullable Node step(Node node, Object step) {
        if (node instanceof SequenceNode sequence && step instanceof Integer index) {
            return index < sequence.getValue().size() ? sequence.getValue().get(index) : null;
        }
        if (node instanceof MappingNode mapping) {
            for (NodeTuple entry : mapping.getValue()) {
                if (entry.getKeyNode() instanceof ScalarNode key
                        && key.getValue().equals(step)) {
                    return entry.getValueNode();
                }
            }
        }
        return null;
    }
}
