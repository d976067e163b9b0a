package io.vigie.processor.transaction;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Which broker leads which partition, of the topics of one installation. */
public final class PartitionLeaders {

    private PartitionLeaders() {}

    /**
     * Asks the cluster. A partition that nobody leads at the moment is left out, and so is a topic that there is none of:
     * nobody may have committed an offset yet.
     *
     * @param prefix of the topics that matter
     * @param others names of topics that matter too
     * @throws ExecutionException when the cluster cannot say, or does not tell us
     */
    public static Map<TopicPartition, Node> of(Admin admin, String prefix, String... others)
            throws ExecutionException, InterruptedException {
        Set<String> topics = new HashSet<>(admin.listTopics().names().get());
        topics.removeIf(topic -> !topic.startsWith(prefix));
        topics.addAll(List.of(others));
        Map<TopicPartition, Node> leaders = new HashMap<>();
        for (KafkaFuture<TopicDescription> described :
                admin.describeTopics(topics).topicNameValues().values()) {
            try {
                put(described.get(), leaders);
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                    throw e;
                }
            }
        }
        return leaders;
    }

    private static void put(TopicDescription topic, Map<TopicPartition, Node> leaders) {
        for (TopicPartitionInfo partition : topic.partitions()) {
            if (partition.leader() != null) {
                leaders.put(new TopicPartition(topic.name(), partition.partition()), partition.leader());
            }
        }
    }
}
