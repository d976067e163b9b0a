package io.vigie.cli;

import io.vigie.events.TopicSpec;
import io.vigie.events.Topics;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;

/** Makes the topics that are missing; those that exist are left as their operator set them. */
final class TopicSetup {

    /** Shorter than a graceful stop may take, so that who waits for Kafka can be stopped. */
    private static final int ANSWER_WITHIN_MILLIS = 10_000;

    private TopicSetup() {}

    /**
     * Idempotent, also when several services start at once.
     *
     * @param kafka client settings
     */
    static void ensure(Topics topics, Map<String, String> kafka) throws InterruptedException {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.putIfAbsent(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_WITHIN_MILLIS);
        settings.putIfAbsent(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_WITHIN_MILLIS);
        try (Admin admin = Admin.create(settings)) {
            Set<String> present = admin.listTopics().names().get();
            var missing = topics.all().stream()
                    .filter(spec -> !present.contains(spec.name()))
                    .collect(Collectors.toMap(TopicSpec::name, TopicSetup::newTopic));
            for (var creation : admin.createTopics(missing.values()).values().values()) {
                await(creation);
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("the topics could not be made: " + e.getCause(), e);
        }
    }

    private static NewTopic newTopic(TopicSpec spec) {
        return new NewTopic(spec.name(), Optional.of(spec.partitions()), Optional.empty()).configs(spec.config());
    }

    private static void await(KafkaFuture<Void> creation) throws ExecutionException, InterruptedException {
        try {
            creation.get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }
}
