package io.vigie.cli;

import io.vigie.cli.config.DeskConfig;
import io.vigie.cli.config.FetchConfig;
import io.vigie.cli.config.ProcessorConfig;
import io.vigie.events.SourceDefinition;
import io.vigie.events.Topics;
import io.vigie.processor.watch.ThemeRules;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Pipelines as they ship, but for sites on loopback that need no long pauses, and a desk on any port. */
final class Blueprints {

    private Blueprints() {}

    static Blueprint shipped(Topics topics, List<SourceDefinition> sources, Path data) {
        return new Blueprint(
                topics,
                FetchConfig.polite(Duration.ofMillis(50)).settings(),
                sources,
                ThemeRules.shipped(),
                ProcessorConfig.defaults(),
                DeskConfig.onLoopback(0),
                List.of(),
                data);
    }
}
