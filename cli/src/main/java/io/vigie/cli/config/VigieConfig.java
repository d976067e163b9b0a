package io.vigie.cli.config;

import io.vigie.events.yaml.StrictYaml;
import java.util.Map;

/**
 * {@code vigie.yaml}. Sections and keys that are left out take their defaults: everything embedded, on loopback.
 *
 * @param kafka where events travel
 * @param elasticsearch where alerts are searched
 * @param fetch how sources are asked
 * @param processor how an instance of the stream runs
 * @param desk where people look
 * @param deliver who is told of alerts
 * @param metrics where operators ask
 */
public record VigieConfig(
        KafkaConfig kafka,
        ElasticsearchConfig elasticsearch,
        FetchConfig fetch,
        ProcessorConfig processor,
        DeskConfig desk,
        DeliverConfig deliver,
        MetricsConfig metrics) {

    /** Name of the file in the configuration folder. */
    public static final String FILE = "vigie.yaml";

    // Jackson passes null for a section that the file leaves out.
    public VigieConfig {
        kafka = kafka == null ? KafkaConfig.defaults() : kafka;
        elasticsearch = elasticsearch == null ? ElasticsearchConfig.defaults() : elasticsearch;
        fetch = fetch == null ? FetchConfig.defaults() : fetch;
        processor = processor == null ? ProcessorConfig.defaults() : processor;
        desk = desk == null ? DeskConfig.defaults() : desk;
        deliver = deliver == null ? DeliverConfig.defaults() : deliver;
        metrics = metrics == null ? MetricsConfig.defaults() : metrics;
    }

    /** What an absent file means. */
    public static VigieConfig defaults() {
        return new VigieConfig(
                KafkaConfig.defaults(),
                ElasticsearchConfig.defaults(),
                FetchConfig.defaults(),
                ProcessorConfig.defaults(),
                DeskConfig.defaults(),
                DeliverConfig.defaults(),
                MetricsConfig.defaults());
    }

    /**
     * The defaults with other ports for the embedded servers.
     *
     * @param kafkaPort 0 for a free one
     * @param elasticsearchPort 0 for a free one
     */
    public static VigieConfig embedded(int kafkaPort, int elasticsearchPort) {
        VigieConfig defaults = defaults();
        return new VigieConfig(
                new KafkaConfig(
                        KafkaConfig.EMBEDDED, kafkaPort, defaults.kafka().prefix(), Map.of()),
                new ElasticsearchConfig(KafkaConfig.EMBEDDED, elasticsearchPort, null, null, null, null),
                defaults.fetch(),
                defaults.processor(),
                defaults.desk(),
                defaults.deliver(),
                defaults.metrics());
    }

    /**
     * Reads the file of a folder.
     *
     * @throws io.vigie.events.yaml.ConfigurationException with file, line, path and remedy
     */
    public static VigieConfig load(ConfigFolder folder, StrictYaml yaml) {
        return folder.read(FILE)
                .map(text -> yaml.read(folder.file(FILE).toString(), text, VigieConfig.class))
                .orElseGet(VigieConfig::defaults);
    }
}
