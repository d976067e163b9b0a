package io.vigie.cli;

import io.vigie.cli.config.ConfigFolder;
import io.vigie.cli.config.VigieConfig;
import io.vigie.processor.transaction.DecisionLog;
import io.vigie.processor.transaction.HangingTransaction;
import io.vigie.processor.transaction.HangingTransaction.Outcome;
import io.vigie.processor.transaction.HangingTransactions;
import io.vigie.processor.transaction.MarkerWriter;
import io.vigie.processor.transaction.PartitionLeaders;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.internals.Topic;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Option;

/** {@code vigie transactions …}: transactions that hold up the stream, and ending them. */
@Command(
        name = "transactions",
        description = "Lists transactions that are over and hold up the stream all the same, and ends them.",
        mixinStandardHelpOptions = true,
        subcommands = HelpCommand.class)
final class TransactionsCommand implements Runnable {

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before run.
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "name a command, for example list");
    }

    /** {@code vigie transactions list}: one line a partition; exit 1 when there is one. */
    @Command(
            name = "list",
            description = "Lists partitions that lack a transaction's marker; exit 1 when there are any.",
            mixinStandardHelpOptions = true)
    int list(
            @Option(names = "--config", required = true, paramLabel = "DIR", description = "configuration folder")
                    Path config)
            throws ExecutionException, InterruptedException {
        VigieConfig vigie = load(config);
        Map<String, String> kafka = Servers.remote(vigie).kafka();
        try (Admin admin = Admin.create(new HashMap<>(kafka))) {
            List<HangingTransaction> found =
                    find(admin, kafka, leaders(admin, vigie).keySet());
            PrintWriter out = spec.commandLine().getOut();
            found.forEach(hanging -> out.println(line(hanging)));
            out.flush();
            return found.isEmpty() ? Vigie.DONE : Vigie.PROBLEMS;
        }
    }

    /** {@code vigie transactions end}: writes the markers that are missing; exit 1 when one is left. */
    @Command(
            name = "end",
            description = "Ends each of them as its coordinator had decided; leaves those of which nobody knows.",
            mixinStandardHelpOptions = true)
    int end(
            @Option(names = "--config", required = true, paramLabel = "DIR", description = "configuration folder")
                    Path config)
            throws ExecutionException, InterruptedException, IOException {
        VigieConfig vigie = load(config);
        Map<String, String> kafka = Servers.remote(vigie).kafka();
        try (Admin admin = Admin.create(new HashMap<>(kafka));
                MarkerWriter markers = new MarkerWriter(kafka)) {
            Map<TopicPartition, Node> leaders = leaders(admin, vigie);
            PrintWriter out = spec.commandLine().getOut();
            boolean left = false;
            for (HangingTransaction hanging : find(admin, kafka, leaders.keySet())) {
                Node leader = leaders.get(hanging.partition());
                if (hanging.outcome() == Outcome.UNKNOWN || leader == null) {
                    left = true;
                    out.println(line(hanging) + "\tleft");
                } else {
                    markers.end(hanging, leader);
                    out.println(line(hanging) + "\tended");
                }
                out.flush();
            }
            return left ? Vigie.PROBLEMS : Vigie.DONE;
        }
    }

    /** Tabs between partition, first offset, producer, epoch, transactional id and outcome. */
    private static String line(HangingTransaction hanging) {
        return String.join(
                "\t",
                hanging.partition().toString(),
                Long.toString(hanging.start()),
                Long.toString(hanging.producerId()),
                Short.toString(hanging.epoch()),
                hanging.transactionalId() == null ? "" : hanging.transactionalId(),
                hanging.outcome().name().toLowerCase(Locale.ROOT));
    }

    private static List<HangingTransaction> find(
            Admin admin, Map<String, String> kafka, Collection<TopicPartition> partitions)
            throws ExecutionException, InterruptedException {
        return new HangingTransactions(admin, new DecisionLog(kafka)).find(partitions);
    }

    /** Of our topics and of the consumers' offsets, which are part of every transaction of the stream. */
    private static Map<TopicPartition, Node> leaders(Admin admin, VigieConfig vigie)
            throws ExecutionException, InterruptedException {
        return PartitionLeaders.of(admin, vigie.kafka().prefix(), Topic.GROUP_METADATA_TOPIC_NAME);
    }

    private static VigieConfig load(Path config) {
        return VigieConfig.load(new ConfigFolder(config), ConfigFolder.yaml());
    }
}
