package io.vigie.sink.elastic;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import java.io.IOException;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Alerts. */
final class AlertShelf implements Shelf {

    private final SinkSettings settings;
    private final Clock clock;
    private final IndexSetup setup;
    private final AlertIndexer indexer;

    AlertShelf(ElasticsearchClient client, SinkSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.setup = new IndexSetup(client, IndexLayout.ALERTS);
        this.indexer = new AlertIndexer(client, clock);
    }

    @Override
    public List<String> topics() {
        return List.of(settings.topics().alerts());
    }

    @Override
    public String group() {
        return settings.group();
    }

    @Override
    public void prepare() throws IOException {
        setup.install(YearMonth.now(clock.withZone(ZoneOffset.UTC)).toString());
    }

    @Override
    public Entry read(ConsumerRecord<byte[], byte[]> consumed) {
        return Entry.of(consumed);
    }

    @Override
    public List<Verdict> put(List<Entry> open) {
        return indexer.write(open.stream().map(Entry::openAlert).toList());
    }
}
