package io.vigie.desk.watch;

import io.vigie.events.FetchState;
import io.vigie.events.SourceDefinition;
import io.vigie.events.WatchEntry;
import io.vigie.events.json.JsonCodec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** What the sources, fetch-state and ledger topics say of each source. Thread-safe. */
public final class WatchBoard {

    private static final JsonCodec<SourceDefinition> SOURCES = JsonCodec.of(SourceDefinition.class);
    private static final JsonCodec<FetchState> STATES = JsonCodec.of(FetchState.class);
    private static final JsonCodec<WatchEntry> ENTRIES = JsonCodec.of(WatchEntry.class);

    /** A look that comes later than this after the one before leaves a gap in which nobody watched. */
    private static final int PAUSES_OF_GRACE = 2;

    private final Clock clock;
    private final Map<String, SourceDefinition> sources = new TreeMap<>();
    private final Map<String, FetchState> states = new HashMap<>();
    private final Map<String, Looks> looks = new HashMap<>();

    public WatchBoard(Clock clock) {
        this.clock = clock;
    }

    /** Takes a record of {@code vigie.sources}. */
    public synchronized void readSource(ConsumerRecord<@Nullable String, byte @Nullable []> record) {
        byte[] value = record.value();
        String id = record.key();
        if (id != null && value == null) {
            sources.remove(id);
            states.remove(id);
            looks.remove(id);
        } else if (id != null && value != null) {
            sources.put(id, SOURCES.decode(value));
        }
    }

    /** Takes a record of {@code vigie.fetch-state}; what it says of single pages is passed over. */
    public synchronized void readState(ConsumerRecord<@Nullable String, byte @Nullable []> record) {
        byte[] value = record.value();
        String key = record.key();
        if (key != null && value != null && key.indexOf(' ') < 0) {
            states.put(key, STATES.decode(value));
        }
    }

    /** Takes a record of {@code vigie.watch-ledger}. */
    public synchronized void readEntry(ConsumerRecord<@Nullable String, byte @Nullable []> record) {
        byte[] value = record.value();
        if (value == null) {
            return;
        }
        WatchEntry entry = ENTRIES.decode(value);
        Looks of = looks.computeIfAbsent(entry.sourceId(), id -> new Looks());
        of.add(entry);
        of.forgetBefore(clock.instant().minus(SourceView.BACK));
    }

    /** Every source that is defined, those that cannot be seen first, then by name. */
    public synchronized List<SourceView> sources() {
        Instant now = clock.instant();
        List<SourceView> views = new ArrayList<>();
        sources.values().forEach(source -> views.add(view(source, now)));
        views.sort(Comparator.<SourceView>comparingInt(view -> view.state() == SlotState.BLIND ? 0 : 1)
                .thenComparing(SourceView::name, String.CASE_INSENSITIVE_ORDER));
        return views;
    }

    private SourceView view(SourceDefinition source, Instant now) {
        Looks of = looks.getOrDefault(source.id(), new Looks());
        FetchState state = states.getOrDefault(source.id(), FetchState.initial(source.id()));
        Duration pause = source.every().multipliedBy(PAUSES_OF_GRACE);
        List<BlindWindow> blind = of.blind();
        List<SlotState> slots = of.slots(now.minus(SourceView.BACK), now, SourceView.SLOT, pause);
        return new SourceView(
                source.id(),
                source.name(),
                source.url(),
                source.language(),
                source.country(),
                source.enabled(),
                source.every(),
                state.pace(),
                state(of, blind, now, pause),
                of.lastLook(),
                of.lastSuccess(),
                state.nextPoll(),
                state.lastNew(),
                of.silentSince(),
                of.pages(),
                of.errors(),
                of.robots(),
                slots,
                blind);
    }

    private static SlotState state(Looks of, List<BlindWindow> blind, Instant now, Duration pause) {
        if (!blind.isEmpty() && blind.get(blind.size() - 1).to() == null) {
            return SlotState.BLIND;
        }
        Instant success = of.lastSuccess();
        return success != null && success.plus(pause).isAfter(now) ? SlotState.QUIET : SlotState.UNWATCHED;
    }
}
