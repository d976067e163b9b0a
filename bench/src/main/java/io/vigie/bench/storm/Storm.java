package io.vigie.bench.storm;

import io.vigie.bench.fleet.Fleet;
import io.vigie.bench.fleet.Fleet.Part;
import io.vigie.bench.fleet.FleetConfig;
import io.vigie.bench.fleet.ServiceProcess;
import io.vigie.bench.press.PressSite;
import io.vigie.bench.press.Release;
import io.vigie.bench.press.ReleaseWriter;
import io.vigie.bench.storm.Forecast.Blow;
import io.vigie.events.Topics;
import io.vigie.processor.StoreTuning;
import io.vigie.sink.elastic.AlertFilter;
import io.vigie.sink.elastic.AlertReader;
import io.vigie.sink.elastic.AlertStoreException;
import io.vigie.sink.elastic.ElasticAlertReader;
import io.vigie.sink.elastic.ElasticClients;
import io.vigie.sink.elastic.ElasticSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** One storm from beginning to end. Run it once. */
final class Storm {

    /** A storm starts many processes; none lives long enough for the second compiler. */
    private static final List<String> QUICK_STARTS = List.of("-XX:TieredStopAtLevel=1");

    /** So little that a store writes to its disk every few seconds, and notices when that is full. */
    private static final Map<String, String> EARLY_WRITES = Map.of(StoreTuning.WRITE_BUFFER_BYTES, "65536");

    private static final Duration LONGEST_CALM = Duration.ofMinutes(3);
    private static final Duration SHORTEST_CALM = Duration.ofSeconds(20);
    private static final long TICK_MILLIS = 50;
    private static final int TRYING_ONE_IN = 5;

    /**
     * What came of it.
     *
     * @param account of topics and documents
     * @param troubles processes that ended by themselves or would not stop
     * @param tallies what the weather did, for the report
     * @param took from the first item to the last document
     */
    record Outcome(List<Reckoning.Line> account, List<String> troubles, Map<String, Long> tallies, Duration took) {

        boolean isRight() {
            return troubles.isEmpty() && account.stream().allMatch(Reckoning.Line::isRight);
        }
    }

    private final StormPlan plan;
    private final Path folder;
    private final Consumer<String> progress;
    private final Topics topics = Topics.standard();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "storm");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * Starts nothing.
     *
     * @param folder empty; gets data and logs of every process
     * @param progress is told what happens, a line each
     */
    Storm(StormPlan plan, Path folder, Consumer<String> progress) {
        this.plan = plan;
        this.folder = folder;
        this.progress = progress;
    }

    Outcome run() throws IOException, InterruptedException {
        List<Release> items = IntStream.range(0, plan.items())
                .mapToObj(new ReleaseWriter(plan.seed(), plan.sources(), Instant.now())::item)
                .toList();
        List<PressSite> sites = new ArrayList<>();
        try (Fleet fleet = new Fleet(folder, plan.seed(), QUICK_STARTS)) {
            for (int i = 0; i < plan.sources(); i++) {
                sites.add(new PressSite(i, i % TRYING_ONE_IN == 0, plan.seed(), threads));
            }
            return run(items, sites, fleet);
        } finally {
            sites.forEach(PressSite::close);
            threads.shutdownNow();
        }
    }

    private Outcome run(List<Release> items, List<PressSite> sites, Fleet fleet)
            throws IOException, InterruptedException {
        List<URI> bases = sites.stream().map(PressSite::base).toList();
        Map<String, Set<String>> themes = Verdicts.of(items, bases);
        progress.accept(items.size() + " items on " + sites.size() + " sites, " + themes.size() + " of them to alert");
        fleet.startServers();
        try (RefusingProxy proxy = new RefusingProxy(fleet.elasticsearch(), plan.seed(), threads);
                Receiver receiver = new Receiver(plan.seed(), threads);
                var client = ElasticClients.open(ElasticSettings.at(fleet.elasticsearch()))) {
            String vigieYaml = FleetConfig.vigie(fleet.bootstrap(), proxy.uri(), EARLY_WRITES) + receiver.channel();
            for (Part service : Striker.SERVICES) {
                fleet.startServices(service, plan.instances(), "512m", vigieYaml, FleetConfig.sources(sites, "3s"));
                fleet.awaitReady(service);
            }
            progress.accept("all services are ready");
            if (!fleet.processes(Part.PROCESSOR).get(0).limitFiles("unlimited")) {
                progress.accept("prlimit (util-linux) is not to be had: no state disk will be full");
            }
            AlertReader index = new ElasticAlertReader(client);
            long started = System.nanoTime();
            try (Poison poison = new Poison(topics, fleet.bootstrap())) {
                Striker striker = new Striker(fleet, poison, client, plan.outage(), plan.seed(), threads);
                blow(items, sites, striker);
                TopicReader reader = new TopicReader(fleet.bootstrap());
                awaitCalm(index, reader, striker, items.size(), themes.size());
                Duration took = Duration.ofNanos(System.nanoTime() - started);
                stopServices(fleet, striker);
                List<String> troubles = new ArrayList<>(striker.troubles());
                receiver.flooded().forEach(message -> troubles.add("message " + message + " was sent more than twice"));
                Set<String> addresses = items.stream()
                        .map(item -> item.address(bases.get(item.source())).toString())
                        .collect(Collectors.toSet());
                Reckoning reckoning = new Reckoning(topics, reader, index);
                return new Outcome(
                        reckoning.account(addresses, themes, poison.keys()),
                        List.copyOf(troubles),
                        tallies(fleet, sites, proxy, receiver, striker),
                        took);
            }
        }
    }

    /** Publishes evenly over the storm's time and lets the blows fall in between. */
    private void blow(List<Release> items, List<PressSite> sites, Striker striker) throws InterruptedException {
        List<Blow> blows = new ArrayList<>(
                Forecast.of(plan.seed(), plan.during(), plan.blows()).blows());
        long begin = System.nanoTime();
        int published = 0;
        while (published < items.size() || !blows.isEmpty()) {
            Duration passed = Duration.ofNanos(System.nanoTime() - begin);
            double share =
                    Math.min(1, (double) passed.toMillis() / plan.during().toMillis());
            for (; published < (int) (share * items.size()); published++) {
                Release item = items.get(published);
                sites.get(item.source()).publish(item);
            }
            while (!blows.isEmpty() && blows.get(0).at().compareTo(passed) <= 0) {
                Forecast.Target target = blows.remove(0).target();
                progress.accept(published + " items published, blow to " + target);
                striker.strike(target);
            }
            striker.reviveTheDead();
            Thread.sleep(TICK_MILLIS);
        }
    }

    /** Until all items and documents are there, or nothing has come for long. */
    private void awaitCalm(AlertReader index, TopicReader reader, Striker striker, int items, int documents)
            throws InterruptedException {
        Progress last = new Progress(-1, -1, -1);
        long lastChange = System.nanoTime();
        while (System.nanoTime() - lastChange < last.calm(items, documents).toNanos()) {
            Progress now = new Progress(
                    reader.count(topics.pressItems()), count(index), reader.count(topics.deliveryLedger()));
            if (!now.equals(last)) {
                last = now;
                lastChange = System.nanoTime();
                progress.accept(now.items() + " of " + items + " items, " + now.documents() + " of " + documents
                        + " documents, " + now.ledger() + " lines in the ledger");
            }
            striker.reviveTheDead();
            TimeUnit.SECONDS.sleep(2);
        }
    }

    private record Progress(long items, long documents, long ledger) {

        /** How long nothing must change for the storm to be over: short when all is there, long when there is hope. */
        Duration calm(long allItems, long allDocuments) {
            return items == allItems && documents == allDocuments ? SHORTEST_CALM : LONGEST_CALM;
        }
    }

    private static long count(AlertReader index) {
        try {
            return index.count(AlertFilter.ALL);
        } catch (AlertStoreException e) {
            return -1;
        }
    }

    private static void stopServices(Fleet fleet, Striker striker) throws InterruptedException {
        for (Part service : List.of(Part.INGEST, Part.PROCESSOR, Part.SINK)) {
            for (ServiceProcess process : fleet.processes(service)) {
                striker.stop(process);
            }
        }
    }

    private static Map<String, Long> tallies(
            Fleet fleet, List<PressSite> sites, RefusingProxy proxy, Receiver receiver, Striker striker) {
        long kills = fleet.all().stream()
                .mapToInt(member -> member.process().kills())
                .sum();
        long reads = sites.stream().mapToLong(PressSite::reads).sum();
        return Map.of(
                "processes killed",
                kills,
                "processes restarted",
                striker.restarts(),
                "state disks filled",
                striker.fullStates(),
                "pages answered",
                reads,
                "bulks refused",
                (long) proxy.refused(),
                "bulk answers lost",
                (long) proxy.lost(),
                "messages taken",
                (long) receiver.messages());
    }
}
