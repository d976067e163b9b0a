package io.vigie.processor.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vigie.events.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyDescription;
import org.apache.kafka.streams.TopologyDescription.GlobalStore;
import org.apache.kafka.streams.TopologyDescription.Node;
import org.apache.kafka.streams.TopologyDescription.Processor;
import org.apache.kafka.streams.TopologyDescription.Sink;
import org.apache.kafka.streams.TopologyDescription.Source;
import org.apache.kafka.streams.TopologyDescription.Subtopology;
import org.junit.jupiter.api.Test;

/** {@code TOPOLOGY.md} shows the topology as it is. When it does not, {@code -Ddraw} draws it again. */
class DrawnTopologyTest {

    private static final Path FILE = Path.of("TOPOLOGY.md");
    private static final String BEGIN = "```mermaid\n";
    private static final String END = "```\n";

    private final Topology topology = AlertTopology.build(
            TopologySettings.of(Topics.standard(), 4),
            new RulesInForce(Bench::compile, RefusedRuleSets.UNTOLD, new SimpleMeterRegistry()),
            new SimpleMeterRegistry());

    @Test
    void theDrawingIsCurrent() throws IOException {
        String text = Files.readString(FILE);
        int begin = text.indexOf(BEGIN) + BEGIN.length();
        int end = text.indexOf(END, begin);
        String drawing = draw(topology.describe());
        if (System.getProperty("draw") != null) {
            Files.writeString(FILE, text.substring(0, begin) + drawing + text.substring(end));
        } else {
            assertThat(text.substring(begin, end))
                    .as("run with -Ddraw to draw it again")
                    .isEqualTo(drawing);
        }
    }

    @Test
    void everyOperatorHasAName() {
        assertThat(topology.describe().toString()).doesNotContainPattern("KSTREAM-|KTABLE-");
    }

    private static String draw(TopologyDescription description) {
        StringBuilder text = new StringBuilder("flowchart LR\n");
        Set<String> topics = new TreeSet<>();
        Set<String> stores = new TreeSet<>();
        for (Subtopology part : description.subtopologies()) {
            text.append("  subgraph part").append(part.id()).append("\n");
            Set<String> lines = new TreeSet<>();
            for (Node node : part.nodes()) {
                draw(node, lines, topics, stores);
            }
            lines.forEach(text::append);
            text.append("  end\n");
        }
        for (GlobalStore global : description.globalStores()) {
            topics.addAll(global.source().topicSet());
            global.source()
                    .topicSet()
                    .forEach(topic -> global.processor()
                            .stores()
                            .forEach(store -> text.append("  %s ==> %s\n".formatted(id(topic), id("store " + store)))));
            stores.addAll(global.processor().stores());
        }
        topics.forEach(topic -> text.append("  %s([%s])\n".formatted(id(topic), topic)));
        stores.forEach(store -> text.append("  %s[(%s)]\n".formatted(id("store " + store), store)));
        return text.toString();
    }

    private static void draw(Node node, Set<String> lines, Set<String> topics, Set<String> stores) {
        if (node instanceof Source source) {
            source.topicSet().forEach(topic -> {
                topics.add(topic);
                lines.add("    %s --> %s\n".formatted(id(topic), id("op " + node.name())));
            });
        } else if (node instanceof Sink sink) {
            topics.add(sink.topic());
            lines.add("    %s --> %s\n".formatted(id("op " + node.name()), id(sink.topic())));
        } else if (node instanceof Processor processor) {
            processor.stores().forEach(store -> {
                stores.add(store);
                lines.add("    %s -.- %s\n".formatted(id("op " + node.name()), id("store " + store)));
            });
        }
        lines.add("    %s[%s]\n".formatted(id("op " + node.name()), node.name()));
        node.successors()
                .forEach(next ->
                        lines.add("    %s --> %s\n".formatted(id("op " + node.name()), id("op " + next.name()))));
    }

    private static String id(String name) {
        return name.replaceAll("[^A-Za-z0-9]+", "_");
    }
}
