package io.vigie.cli;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import io.vigie.cli.config.ConfigFolder;
import io.vigie.cli.config.VigieConfig;
import io.vigie.sink.elastic.ElasticClients;
import io.vigie.sink.elastic.IndexLayout;
import io.vigie.sink.elastic.IndexMigration;
import io.vigie.sink.elastic.IndexMigration.Moved;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Option;

/** {@code vigie index …}: what an operator of the search index needs. */
@Command(
        name = "index",
        description = "Works on the search index.",
        mixinStandardHelpOptions = true,
        subcommands = HelpCommand.class)
final class IndexCommand implements Runnable {

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before run.
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "name a command, for example migrate");
    }

    /** {@code vigie index migrate}: one line for each index that was moved. */
    @Command(
            name = "migrate",
            description =
                    "Moves documents of earlier index versions into the present one, behind the alias. A sink may "
                            + "run meanwhile; what is broken off goes on at the next call.",
            mixinStandardHelpOptions = true)
    int migrate(
            @Option(names = "--config", required = true, paramLabel = "DIR", description = "folder with vigie.yaml")
                    Path config)
            throws IOException {
        VigieConfig vigie = VigieConfig.load(new ConfigFolder(config), ConfigFolder.yaml());
        try (Servers servers = Servers.remote(vigie);
                ElasticsearchClient client = ElasticClients.open(servers.elasticsearch())) {
            IndexMigration migration = new IndexMigration(client);
            for (IndexLayout layout : IndexLayout.values()) {
                for (Moved moved : migration.migrate(layout)) {
                    spec.commandLine()
                            .getOut()
                            .println(moved.from() + " -> " + moved.to() + ": " + moved.documents() + " documents");
                }
            }
        }
        spec.commandLine().getOut().flush();
        return Vigie.DONE;
    }
}
