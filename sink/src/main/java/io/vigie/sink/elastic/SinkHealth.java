package io.vigie.sink.elastic;

import io.vigie.events.Readiness;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What keeps the sink from its work, if anything. Logs each change once, not each failed attempt. Thread-safe. */
final class SinkHealth {

    private static final Logger log = LoggerFactory.getLogger(SinkHealth.class);

    private final AtomicReference<@Nullable String> session = new AtomicReference<>("not started");
    private final AtomicReference<@Nullable String> elastic = new AtomicReference<>();
    private final AtomicReference<@Nullable String> deadLetters = new AtomicReference<>();

    void sessionIs(@Nullable String problem) {
        session.set(problem);
    }

    void elasticFails(String why) {
        if (elastic.getAndSet(why) == null) {
            log.atWarn().addKeyValue("reason", why).log("Elasticsearch does not take alerts; waiting");
        }
    }

    void elasticIsWell() {
        if (elastic.getAndSet(null) != null) {
            log.atInfo().log("Elasticsearch takes alerts again");
        }
    }

    void deadLettersFail(String why) {
        if (deadLetters.getAndSet(why) == null) {
            log.atWarn().addKeyValue("reason", why).log("dead letters cannot be written; waiting");
        }
    }

    void deadLettersAreWell() {
        deadLetters.set(null);
    }

    Readiness readiness() {
        String why = Stream.of(
                        prefixed("sink: ", session.get()),
                        prefixed("Elasticsearch: ", elastic.get()),
                        prefixed("dead letters: ", deadLetters.get()))
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("; "));
        return why.isEmpty() ? Readiness.ready() : Readiness.notReady(why);
    }

    private static String prefixed(String prefix, @Nullable String problem) {
        return problem == null ? "" : prefix + problem;
    }
}
