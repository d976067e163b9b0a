package io.vigie.events;

import java.util.List;

/** Whether a component does its work right now and, when it does not, why. */
public sealed interface Readiness {

    /**
     * It works.
     *
     * @param warnings what is not as it should be all the same, each one line for people, without secrets; empty when all is
     *     well
     */
    record Ready(List<String> warnings) implements Readiness {

        public Ready {
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * It does not.
     *
     * @param why one line for people, without secrets, for example {@code Elasticsearch: Connection refused}
     */
    record NotReady(String why) implements Readiness {}

    static Readiness ready() {
        return new Ready(List.of());
    }

    /** It works, and somebody should know this. */
    static Readiness ready(String warning) {
        return new Ready(List.of(warning));
    }

    static Readiness notReady(String why) {
        return new NotReady(why);
    }

    /** Of a whole: ready when each part is, with all their warnings; else as the first part that is not. */
    static Readiness of(List<Readiness> parts) {
        return parts.stream()
                .filter(NotReady.class::isInstance)
                .findFirst()
                .orElseGet(() -> new Ready(parts.stream()
                        .filter(Ready.class::isInstance)
                        .flatMap(part -> ((Ready) part).warnings().stream())
                        .toList()));
    }
}
