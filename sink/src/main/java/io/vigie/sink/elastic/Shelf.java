package io.vigie.sink.elastic;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What a session reads, and how it becomes documents. */
interface Shelf {

    /** Topics to read. */
    List<String> topics();

    /** Consumer group. */
    String group();

    /** Puts templates and a first index in place; idempotent. */
    void prepare() throws IOException;

    /** Takes up a record; what can never become a document is rejected at once. */
    Entry read(ConsumerRecord<byte[], byte[]> consumed);

    /**
     * One attempt to write. It never throws for the sake of one entry or of the cluster: both are verdicts.
     *
     * @param open entries in the order of their topics
     * @return one verdict for each, in the same order
     */
    List<Verdict> put(List<Entry> open);

    /** Makes the shelf of a session. */
    interface Maker {
        Shelf make(ElasticsearchClient client, SinkSettings settings, Clock clock);
    }
}
