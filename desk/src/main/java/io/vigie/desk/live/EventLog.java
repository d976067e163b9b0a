package io.vigie.desk.live;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The events pushed last, in order, and who listens. Thread-safe. */
final class EventLog {

    private final int capacity;
    private final LinkedHashSet<String> ids = new LinkedHashSet<>();
    private final List<LiveEvent> events = new ArrayList<>();
    private final Set<Consumer<LiveEvent>> listeners = ConcurrentHashMap.newKeySet();

    EventLog(int capacity) {
        this.capacity = capacity;
    }

    /** Keeps an alert's event, unless it was kept already, and tells everybody; other events are only told. */
    synchronized void append(LiveEvent event) {
        if (event.id() != null) {
            if (!ids.add(event.id())) {
                return;
            }
            events.add(event);
            if (events.size() > 2 * capacity) {
                forget();
            }
        }
        listeners.forEach(listener -> listener.accept(event));
    }

    private void forget() {
        List<LiveEvent> eldest = events.subList(0, events.size() - capacity);
        eldest.forEach(event -> ids.remove(event.id()));
        eldest.clear();
    }

    /**
     * Listens from now on, and tells what came after an event in the same breath, so that nothing falls in between.
     *
     * @param after id of the last event that the listener has
     * @return what followed it; empty when the log does not know that event
     */
    synchronized Optional<List<LiveEvent>> listen(Consumer<LiveEvent> listener, String after) {
        listeners.add(listener);
        for (int i = events.size() - 1; i >= 0; i--) {
            if (after.equals(events.get(i).id())) {
                return Optional.of(List.copyOf(events.subList(i + 1, events.size())));
            }
        }
        return Optional.empty();
    }

    /** Takes no lock: a connection may break while an event is being told. */
    void leave(Consumer<LiveEvent> listener) {
        listeners.remove(listener);
    }
}
