package io.vigie.cli.config;

import io.vigie.events.Topics;
import io.vigie.processor.ProcessorSettings;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Section {@code processor} of {@code vigie.yaml}; see {@link ProcessorSettings} for the meaning and limits of each key.
 *
 * @param threads stream threads of one instance
 * @param instance name of this instance among those of the same prefix, for example {@code processor-0}; absent for one
 *     that comes and goes
 * @param standbys copies of each store on other instances
 */
public record ProcessorConfig(Integer threads, @Nullable String instance, Integer standbys) {

    private static final int THREADS = 2;

    // Jackson passes null for a key that the file leaves out.
    public ProcessorConfig {
        threads = threads == null ? THREADS : threads;
        standbys = standbys == null ? 0 : standbys;
        // refuses what is out of bounds
        new ProcessorSettings(Topics.standard(), Map.of(), Path.of(""), threads, instance, standbys);
    }

    public static ProcessorConfig defaults() {
        return new ProcessorConfig(THREADS, null, 0);
    }

    /**
     * Settings of the instance.
     *
     * @param kafka settings of all clients
     * @param stateDirectory this instance's own
     */
    public ProcessorSettings settings(Topics topics, Map<String, String> kafka, Path stateDirectory) {
        return new ProcessorSettings(topics, kafka, stateDirectory, threads, instance, standbys);
    }
}
