package io.vigie.processor;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.CompressionType;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;

/**
 * Bounds what each store takes outside the heap, which Kafka Streams leaves at about 100 MiB a store and partition, and
 * compresses what is on disk. Kafka Streams makes one instance a store.
 */
public final class StoreTuning implements RocksDBConfigSetter {

    private static final long BLOCK_CACHE = 8L * 1024 * 1024;
    private static final long WRITE_BUFFER = 4L * 1024 * 1024;
    private static final int WRITE_BUFFERS = 2;

    private final Cache cache = new LRUCache(BLOCK_CACHE);

    @Override
    public void setConfig(String storeName, Options options, Map<String, Object> configs) {
        if (options.tableFormatConfig() instanceof BlockBasedTableConfig table) {
            table.setBlockCache(cache);
            table.setCacheIndexAndFilterBlocks(true);
            options.setTableFormatConfig(table);
        }
        options.setWriteBufferSize(WRITE_BUFFER);
        options.setMaxWriteBufferNumber(WRITE_BUFFERS);
        options.setCompressionType(CompressionType.LZ4_COMPRESSION);
    }

    @Override
    public void close(String storeName, Options options) {
        cache.close();
    }
}
