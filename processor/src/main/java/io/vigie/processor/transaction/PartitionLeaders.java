package io.vigie.processor.transaction;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;

/** Which broker leads which partition, of the topics of one installation. */
public final class PartitionLeaders {

    private PartitionLeaders() {}

    /**
     * Asks the cluster. A partition that nobody leads at the moment is left out.
     *
     * @param prefix of the topics that matter
     * @param others names of topics that matter too
     * @throws ExecutionException when the cluster cannot say, or has none of the others
     */
    public static Map<TopicPartition, Node> of(Admin admin, String prefix, String... others)
            throws ExecutionException, InterruptedException {
        Set<String> topics = new HashSet<>(admin.listTopics().names().get());
        topics.removeIf(topic -> !topic.startsWith(prefix));
        topics.addAll(List.of(others));
        Map<TopicPartition, Node> leaders = new HashMap<>();
        for (TopicDescription topic :
                admin.describeTopics(topics).allTopicNames().get().values()) {
            for (TopicPartitionInfo partition : topic.partitions()) {
                if (partition.leader() != null) {
                    leaders.put(new TopicPartition(topic.name(), partition.partition()), partition.leader());
                }
            }
        }
        return leaders;
    }
}
