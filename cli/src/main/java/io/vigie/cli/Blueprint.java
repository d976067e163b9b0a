package io.vigie.cli;

import io.vigie.cli.config.DeskConfig;
import io.vigie.cli.config.ProcessorConfig;
import io.vigie.events.RuleSet;
import io.vigie.events.SourceDefinition;
import io.vigie.events.Topics;
import io.vigie.ingest.fetch.FetchSettings;
import io.vigie.sink.deliver.Channel;
import java.nio.file.Path;
import java.util.List;

/**
 * What a pipeline is made of, beside the servers.
 *
 * @param topics names of the topics
 * @param fetch how sources are asked
 * @param sources to watch
 * @param rules to classify with
 * @param processor how an instance of the stream runs
 * @param desk where the desk listens
 * @param channels to tell of alerts
 * @param data gets a folder for the processor's state
 */
record Blueprint(
        Topics topics,
        FetchSettings fetch,
        List<SourceDefinition> sources,
        RuleSet rules,
        ProcessorConfig processor,
        DeskConfig desk,
        List<Channel> channels,
        Path data) {

    Blueprint {
        sources = List.copyOf(sources);
        channels = List.copyOf(channels);
    }
}
