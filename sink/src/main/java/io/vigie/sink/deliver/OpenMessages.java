package io.vigie.sink.deliver;

import io.vigie.events.Delivery;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Messages of which the ledger knows an attempt and no clear outcome. Lines are taken up oldest first. */
final class OpenMessages {

    private final Map<String, Delivery> doubtful = new LinkedHashMap<>();
    private final Map<String, Delivery> attempted = new LinkedHashMap<>();

    void recall(Delivery line) {
        switch (line.state()) {
            case ATTEMPTED -> attempted.put(line.id(), line);
            case DOUBTFUL -> {
                attempted.remove(line.id());
                doubtful.put(line.id(), line);
            }
            // The doubt about an earlier attempt stays.
            case DEFERRED -> attempted.remove(line.id());
            case DELIVERED, UNCONFIRMED, REFUSED, SUPPRESSED, EXPIRED -> {
                attempted.remove(line.id());
                doubtful.remove(line.id());
            }
        }
    }

    /** Hands over the last open line of each message, once. */
    List<Delivery> take() {
        Map<String, Delivery> open = new LinkedHashMap<>(doubtful);
        open.putAll(attempted);
        doubtful.clear();
        attempted.clear();
        return List.copyOf(open.values());
    }
}
