package io.vigie.ingest;

import io.vigie.ingest.fetch.Fetcher;
import io.vigie.ingest.watch.Journal.JournalException;
import io.vigie.ingest.watch.Rota;
import io.vigie.ingest.watch.SourceWatch;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A source on the rota. */
final class WatchTask implements Rota.Task {

    private static final Logger log = LoggerFactory.getLogger(WatchTask.class);

    private final SourceWatch watch;
    private final Fetcher fetcher;

    WatchTask(SourceWatch watch, Fetcher fetcher) {
        this.watch = watch;
        this.fetcher = fetcher;
    }

    @Override
    public Instant due() {
        return watch.due();
    }

    @Override
    public String host() {
        URI next = watch.next();
        return next.getHost() + ":" + next.getPort();
    }

    @Override
    public Duration pause() {
        return fetcher.pauseBefore(watch.next());
    }

    @Override
    public boolean step() {
        try {
            watch.step();
            return true;
        } catch (JournalException e) {
            log.atDebug()
                    .addKeyValue("source", watch.source().id())
                    .addKeyValue("reason", e.getMessage())
                    .log("watch is void");
            return false;
        }
    }
}
