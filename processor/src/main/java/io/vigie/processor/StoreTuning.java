package io.vigie.processor;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.CompactionOptionsUniversal;
import org.rocksdb.CompressionType;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;

/**
 * Bounds what each store takes outside the heap, which Kafka Streams leaves at about 100 MiB a store and partition, and
 * compresses what is on disk. Kafka Streams makes one instance a store.
 */
public final class StoreTuning implements RocksDBConfigSetter {

    /**
     * Setting of how many bytes a store collects in memory before it writes them to its directory; 4 MiB when absent. Less
     * saves memory where partitions are many and costs writes.
     */
    public static final String WRITE_BUFFER_BYTES = "vigie.store.write.buffer.bytes";

    private static final long BLOCK_CACHE = 8L * 1024 * 1024;
    /** Bytes, unless {@link #WRITE_BUFFER_BYTES} says otherwise. */
    static final int WRITE_BUFFER = 4 * 1024 * 1024;

    private static final int WRITE_BUFFERS = 2;
    /** Room taken ahead for the list of a store's files; RocksDB takes 4 MiB, a quarter of a gigabyte for sixty stores. */
    private static final long MANIFEST = 64 * 1024;

    /**
     * What is replaced or deleted, beside what is not; RocksDB would leave twice as much of it as there is to keep. Less costs
     * more writes, of which stores of this size have few.
     */
    private static final int MOST_GARBAGE_PERCENT = 40;

    private final Cache cache = new LRUCache(BLOCK_CACHE);
    private final CompactionOptionsUniversal compaction =
            new CompactionOptionsUniversal().setMaxSizeAmplificationPercent(MOST_GARBAGE_PERCENT);

    @Override
    public void setConfig(String storeName, Options options, Map<String, Object> configs) {
        if (options.tableFormatConfig() instanceof BlockBasedTableConfig table) {
            table.setBlockCache(cache);
            table.setCacheIndexAndFilterBlocks(true);
            options.setTableFormatConfig(table);
        }
        Object asked = configs.get(WRITE_BUFFER_BYTES);
        options.setWriteBufferSize(asked == null ? WRITE_BUFFER : Long.parseLong(asked.toString()));
        options.setMaxWriteBufferNumber(WRITE_BUFFERS);
        options.setManifestPreallocationSize(MANIFEST);
        options.setCompressionType(CompressionType.LZ4_COMPRESSION);
        options.setBottommostCompressionType(CompressionType.ZSTD_COMPRESSION);
        options.setCompactionOptionsUniversal(compaction);
    }

    @Override
    public void close(String storeName, Options options) {
        cache.close();
        compaction.close();
    }
}
