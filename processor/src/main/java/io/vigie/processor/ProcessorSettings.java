package io.vigie.processor;

import io.vigie.events.Topics;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.kafka.streams.StreamsConfig;
import org.jspecify.annotations.Nullable;

/**
 * How a processor instance runs.
 *
 * @param topics names of the topics; the application id is their prefix and {@code processor}
 * @param kafka client settings that all clients share: {@code bootstrap.servers}, security; never a
 *     {@code processing.guarantee} other than {@code exactly_once_v2}
 * @param stateDirectory where stores live; one instance each
 * @param threads stream threads, 1 or more
 * @param instance name of this instance among those of one application, for example {@code processor-0}: a static member of
 *     the group ({@code group.instance.id}), which finds its partitions and stores again after a restart without a
 *     rebalance; absent for a member that comes and goes
 * @param standbys copies of each store on other instances, 0 or more, from which another instance goes on at once
 * @param guarantee how often an item is processed; anything but {@link Guarantee#EXACTLY_ONCE} is for measurements
 */
public record ProcessorSettings(
        Topics topics,
        Map<String, String> kafka,
        Path stateDirectory,
        int threads,
        @Nullable String instance,
        int standbys,
        Guarantee guarantee) {

    /** How often an item is processed, whatever fails meanwhile. */
    public enum Guarantee {
        /** What a watch desk needs: no alert lost, none told twice. */
        EXACTLY_ONCE(StreamsConfig.EXACTLY_ONCE_V2),
        /** What exactly-once is measured against; no configuration file leads here. */
        AT_LEAST_ONCE(StreamsConfig.AT_LEAST_ONCE);

        private final String setting;

        Guarantee(String setting) {
            this.setting = setting;
        }

        /** Value of {@link StreamsConfig#PROCESSING_GUARANTEE_CONFIG}. */
        String setting() {
            return setting;
        }
    }

    private static final Pattern LEGAL = Pattern.compile("[a-zA-Z0-9._-]{1,200}");

    public ProcessorSettings {
        if (threads < 1) {
            throw new IllegalArgumentException("threads " + threads + " must be 1 or more");
        }
        if (standbys < 0) {
            throw new IllegalArgumentException("standbys " + standbys + " must be 0 or more");
        }
        if (instance != null && !LEGAL.matcher(instance).matches()) {
            throw new IllegalArgumentException(
                    "instance '" + instance + "' may hold letters, digits, dot, dash and underscore only, 200 at most");
        }
        kafka = Map.copyOf(kafka);
        requireExactlyOnce(kafka);
    }

    /** Exactly once. */
    public ProcessorSettings(
            Topics topics,
            Map<String, String> kafka,
            Path stateDirectory,
            int threads,
            @Nullable String instance,
            int standbys) {
        this(topics, kafka, stateDirectory, threads, instance, standbys, Guarantee.EXACTLY_ONCE);
    }

    /** One instance by itself, exactly once. */
    public ProcessorSettings(Topics topics, Map<String, String> kafka, Path stateDirectory, int threads) {
        this(topics, kafka, stateDirectory, threads, null, 0);
    }

    /**
     * Refuses client settings that would have items processed twice or not at all.
     *
     * @throws IllegalArgumentException when they ask for a {@code processing.guarantee} other than
     *     {@code exactly_once_v2}
     */
    public static void requireExactlyOnce(Map<String, String> kafka) {
        String asked = kafka.getOrDefault(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        if (!asked.equals(StreamsConfig.EXACTLY_ONCE_V2)) {
            throw new IllegalArgumentException(StreamsConfig.PROCESSING_GUARANTEE_CONFIG + " '" + asked
                    + "' would lose alerts or tell them twice; it must be " + StreamsConfig.EXACTLY_ONCE_V2);
        }
    }

    /** Also the consumer group and the prefix of internal topics. */
    public String applicationId() {
        return topics.prefix() + "processor";
    }
}
