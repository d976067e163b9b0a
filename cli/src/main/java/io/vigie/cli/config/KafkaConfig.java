package io.vigie.cli.config;

import io.vigie.events.Topics;
import io.vigie.processor.ProcessorSettings;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/**
 * Section {@code kafka} of {@code vigie.yaml}.
 *
 * @param bootstrap {@code embedded}, or {@code HOST:PORT} of a cluster, several separated by commas
 * @param port of the embedded broker, on loopback; 0 picks a free one
 * @param prefix of every topic name
 * @param properties further settings for every Kafka client, such as {@code security.protocol}; never printed, and
 *     never less than exactly-once
 */
public record KafkaConfig(String bootstrap, Integer port, String prefix, Map<String, String> properties) {

    /** Value of {@link #bootstrap} and of {@link ElasticsearchConfig#url} that asks for a server in this process. */
    public static final String EMBEDDED = "embedded";

    /**
     * How long a broker holds a consumer's question when there is nothing new. What is new is answered at once whatever
     * this says; asked every half second, as clients do of themselves, a desk at night would use most of its processor time
     * to hear nothing. Also the longest that a partition just taken over waits for its first question.
     */
    private static final String LONGEST_SILENCE_MILLIS = "2000";

    // Jackson passes null for a key that the file leaves out.
    public KafkaConfig {
        bootstrap = bootstrap == null ? EMBEDDED : bootstrap;
        port = port == null ? 9092 : port;
        prefix = prefix == null ? Topics.standard().prefix() : prefix;
        properties = properties == null ? Map.of() : Map.copyOf(properties);
        if (!bootstrap.equals(EMBEDDED) && !bootstrap.matches("[^:,\\s]+:\\d{1,5}(,[^:,\\s]+:\\d{1,5})*")) {
            throw new IllegalArgumentException(
                    "bootstrap '" + bootstrap + "' must be embedded or HOST:PORT, several separated by commas");
        }
        Ports.check("port", port);
        ProcessorSettings.requireExactlyOnce(properties);
        new Topics(prefix); // refuses an illegal prefix
    }

    static KafkaConfig defaults() {
        return new KafkaConfig(EMBEDDED, 9092, Topics.standard().prefix(), Map.of());
    }

    public boolean isEmbedded() {
        return bootstrap.equals(EMBEDDED);
    }

    public Topics topics() {
        return new Topics(prefix);
    }

    /**
     * Settings that every Kafka client of this process shares.
     *
     * @param servers address of the cluster: {@link #bootstrap}, or that of the embedded broker
     */
    public Map<String, String> clientSettings(String servers) {
        Map<String, String> settings = new TreeMap<>(properties);
        settings.putIfAbsent(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, LONGEST_SILENCE_MILLIS);
        settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, servers);
        return settings;
    }

    @Override
    public String toString() {
        return "KafkaConfig[bootstrap=" + bootstrap + ", port=" + port + ", prefix=" + prefix + ", properties="
                + properties.keySet() + "]";
    }
}
