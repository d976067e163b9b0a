package io.vigie.bench.storm;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import io.vigie.bench.fleet.Fleet;
import io.vigie.bench.fleet.Fleet.Part;
import io.vigie.bench.fleet.ServiceProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Lets the blows of a forecast fall. What a blow has to do later is done on other threads. */
final class Striker {

    /** The pipeline against its stream, as a careful operator restarts it. */
    static final List<Part> SERVICES = List.of(Part.SINK, Part.PROCESSOR, Part.INGEST);

    private static final long BETWEEN_TRIES_MILLIS = 500;

    private final Fleet fleet;
    private final Poison poison;
    private final ElasticsearchClient index;
    private final Duration outage;
    private final Executor threads;
    private final Random random;
    private final Set<String> troubles = ConcurrentHashMap.newKeySet();
    private final AtomicLong restarts = new AtomicLong();
    private final AtomicLong fullStates = new AtomicLong();

    /**
     * Strikes nothing.
     *
     * @param index is asked past whatever refuses the services
     * @param outage how long a server that was killed stays away, and a disk stays full
     */
    Striker(Fleet fleet, Poison poison, ElasticsearchClient index, Duration outage, long seed, Executor threads) {
        this.fleet = fleet;
        this.poison = poison;
        this.index = index;
        this.outage = outage;
        this.threads = threads;
        this.random = new Random(seed);
    }

    /** Processes that ended by themselves or would not stop. */
    Set<String> troubles() {
        return troubles;
    }

    /** How many processes were stopped as an operator does it, and started again. */
    long restarts() {
        return restarts.get();
    }

    /** How often a processor had no room for its stores. */
    long fullStates() {
        return fullStates.get();
    }

    void strike(Forecast.Target target) throws InterruptedException {
        switch (target) {
            case TOPICS -> poison.spread();
            case RESTART ->
                threads.execute(later(() -> restartOneByOne(SERVICES.get(random.nextInt(SERVICES.size())))));
            case DISK -> threads.execute(later(this::fillDisk));
            case STATE -> threads.execute(later(this::fillState));
            case INGEST -> kill(Part.INGEST);
            case PROCESSOR -> kill(Part.PROCESSOR);
            case SINK -> kill(Part.SINK);
            case BROKER -> killForAWhile(Part.BROKER);
            case ELASTICSEARCH -> killForAWhile(Part.ELASTICSEARCH);
        }
    }

    private void kill(Part service) throws InterruptedException {
        ServiceProcess hit = fleet.any(service);
        hit.kill();
        hit.start();
    }

    private void killForAWhile(Part server) throws InterruptedException {
        ServiceProcess hit = fleet.any(server);
        if (hit.kill()) {
            threads.execute(later(() -> {
                TimeUnit.MILLISECONDS.sleep(outage.toMillis());
                hit.start();
            }));
        }
    }

    /** A rolling restart: the next instance is stopped when the one before it runs again. */
    private void restartOneByOne(Part service) throws InterruptedException {
        for (ServiceProcess instance : fleet.processes(service)) {
            stop(instance);
            instance.start();
            restarts.incrementAndGet();
        }
    }

    /** Stops a process as an operator would. */
    void stop(ServiceProcess process) throws InterruptedException {
        if (!process.stop()) {
            troubles.add(process.name() + " did not stop in time; see " + process.log());
        }
    }

    /**
     * What Elasticsearch does by itself when its disk is full: indices can be read and deleted, and nothing more.
     *
     * @see <a href="https://www.elastic.co/guide/en/elasticsearch/reference/8.19/disk-usage-exceeded.html">Disk usage exceeded</a>
     */
    private void fillDisk() throws InterruptedException {
        untilDone(() -> blockWrites(true));
        TimeUnit.MILLISECONDS.sleep(outage.toMillis());
        untilDone(() -> blockWrites(false));
    }

    /** One that is killed meanwhile has room when it is back: the limit is the process's, not the directory's. */
    private void fillState() throws InterruptedException {
        ServiceProcess hit = fleet.any(Part.PROCESSOR);
        if (hit.limitFiles("0")) {
            fullStates.incrementAndGet();
            TimeUnit.MILLISECONDS.sleep(outage.toMillis());
            hit.limitFiles("unlimited");
        }
    }

    private void blockWrites(boolean blocked) throws IOException {
        index.indices()
                .putSettings(request -> request.index("vigie-*")
                        .settings(settings -> settings.blocks(blocks -> blocks.readOnlyAllowDelete(blocked))));
    }

    /** A call of the index that may be away. */
    private interface Call {
        void run() throws IOException;
    }

    private static void untilDone(Call call) throws InterruptedException {
        while (true) {
            try {
                call.run();
                return;
            } catch (IOException | ElasticsearchException e) {
                TimeUnit.MILLISECONDS.sleep(BETWEEN_TRIES_MILLIS);
            }
        }
    }

    /** Something that takes its time. */
    private interface Task {
        void run() throws InterruptedException;
    }

    private static Runnable later(Task task) {
        return () -> {
            try {
                task.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }

    /** A process that ends by itself is a trouble; it is started again so that the account can go on. */
    void reviveTheDead() {
        for (Fleet.Member member : fleet.all()) {
            if (member.process().hasEnded()) {
                troubles.add(member.process().name() + " ended by itself; see "
                        + member.process().log());
                member.process().start();
            }
        }
    }
}
