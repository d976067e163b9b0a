package io.vigie.bench.storm;

import io.vigie.events.Alert;
import io.vigie.events.ClassifiedItem;
import io.vigie.events.Delivery;
import io.vigie.events.Notice;
import io.vigie.events.PressItem;
import io.vigie.events.ThemeMatch;
import io.vigie.events.Topics;
import io.vigie.events.json.JsonCodec;
import io.vigie.events.json.MalformedEventException;
import io.vigie.sink.elastic.AlertDocument;
import io.vigie.sink.elastic.AlertFilter;
import io.vigie.sink.elastic.AlertHit;
import io.vigie.sink.elastic.AlertPage;
import io.vigie.sink.elastic.AlertQuery;
import io.vigie.sink.elastic.AlertReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Compares what should have come out with what the topics and the index hold. */
final class Reckoning {

    /**
     * One line of the account.
     *
     * @param what was counted
     * @param expected how many there should be
     * @param found how many there are
     * @param lost addresses or keys that are missing
     * @param twice those that are there more than once
     * @param wrong those that should not be there, or are there with other themes
     */
    record Line(String what, int expected, int found, List<String> lost, List<String> twice, List<String> wrong) {

        boolean isRight() {
            return lost.isEmpty() && twice.isEmpty() && wrong.isEmpty();
        }
    }

    private final Topics topics;
    private final TopicReader reader;
    private final AlertReader index;

    Reckoning(Topics topics, TopicReader reader, AlertReader index) {
        this.topics = topics;
        this.reader = reader;
        this.index = index;
    }

    /**
     * The account.
     *
     * @param items addresses of all items that were published
     * @param themes of those that should alert, by address
     * @param poison keys of what should be dead letters
     */
    List<Line> account(Set<String> items, Map<String, Set<String>> themes, Set<String> poison) {
        Map<String, String> addresses = addresses();
        List<Seen> settled = settled(addresses);
        // A later report of a story that was told waits for others before an update is sent: nothing is lost by that.
        Set<String> told =
                settled.stream().map(Seen::id).filter(themes::containsKey).collect(Collectors.toSet());
        return List.of(
                line(
                        "items on the topic",
                        nothingEach(items),
                        values(topics.pressItems(), PressItem.class, Reckoning::seen)),
                line(
                        "items classified",
                        nothingEach(items),
                        values(topics.classifiedItems(), ClassifiedItem.class, classified -> seen(classified.item()))),
                line("alerts on the topic", themes, values(topics.alerts(), Alert.class, Reckoning::seen)),
                line("documents", themes, documents()),
                line("alerts to be told", nothingEach(themes.keySet()), toBeTold(addresses)),
                line("of these told already", nothingEach(told), settled),
                line("dead letters", nothingEach(poison), deadLetters()));
    }

    private static Seen seen(PressItem item) {
        return new Seen(item.uri().toString(), Set.of());
    }

    private static Map<String, Set<String>> nothingEach(Set<String> ids) {
        return ids.stream().collect(Collectors.toMap(id -> id, id -> Set.of()));
    }

    /** What was found: its address or key, and its themes. */
    record Seen(String id, Set<String> themes) {}

    static Line line(String what, Map<String, Set<String>> expected, List<Seen> found) {
        Map<String, Integer> times = new TreeMap<>();
        Set<String> wrong = new TreeSet<>();
        for (Seen seen : found) {
            times.merge(seen.id(), 1, Integer::sum);
            if (!seen.themes().equals(expected.get(seen.id()))) {
                wrong.add(seen.id());
            }
        }
        List<String> lost = expected.keySet().stream()
                .filter(id -> !times.containsKey(id))
                .sorted()
                .toList();
        List<String> twice = times.entrySet().stream()
                .filter(entry -> entry.getValue() > 1)
                .map(Map.Entry::getKey)
                .toList();
        return new Line(what, expected.size(), found.size(), lost, twice, List.copyOf(wrong));
    }

    /** What a topic's good records are about. */
    private <T> List<Seen> values(String topic, Class<T> type, Function<T, Seen> what) {
        JsonCodec<T> codec = JsonCodec.of(type);
        List<Seen> values = new ArrayList<>();
        reader.read(topic, record -> values.add(decode(codec, record, what)));
        return values;
    }

    private static <T> Seen decode(JsonCodec<T> codec, ConsumerRecord<String, byte[]> record, Function<T, Seen> what) {
        try {
            return what.apply(codec.decode(record.value()));
        } catch (MalformedEventException e) {
            return new Seen(record.key() + " (malformed)", Set.of());
        }
    }

    private List<Seen> deadLetters() {
        List<Seen> keys = new ArrayList<>();
        reader.readAll(topics.deadLetters(), record -> keys.add(new Seen(record.key(), Set.of())));
        return keys;
    }

    /** Address of each alert, by the key of its notices. */
    private Map<String, String> addresses() {
        Map<String, String> addresses = new HashMap<>();
        values(topics.alerts(), Alert.class, alert -> {
            addresses.put(alert.alertId() + "/" + alert.revision(), alert.url().toString());
            return seen(alert);
        });
        return addresses;
    }

    /** Alerts that the router put into the outbox of the channel. */
    private List<Seen> toBeTold(Map<String, String> addresses) {
        return values(
                topics.outbox(),
                Notice.class,
                notice -> new Seen(addresses.getOrDefault(notice.key(), notice.key()), Set.of()));
    }

    /** Alerts that a line of the delivery ledger settles, whatever came of them. */
    private List<Seen> settled(Map<String, String> addresses) {
        List<Seen> settled = new ArrayList<>();
        JsonCodec<Delivery> codec = JsonCodec.of(Delivery.class);
        reader.read(topics.deliveryLedger(), record -> {
            Delivery line = decode(codec, record);
            if (line.state().isFinal()) {
                line.notices()
                        .forEach(notice -> settled.add(new Seen(addresses.getOrDefault(notice, notice), Set.of())));
            }
        });
        return settled;
    }

    private static Delivery decode(JsonCodec<Delivery> codec, ConsumerRecord<String, byte[]> record) {
        try {
            return codec.decode(record.value());
        } catch (MalformedEventException e) {
            throw new IllegalStateException("the ledger holds what is no line, at offset " + record.offset(), e);
        }
    }

    private static Seen seen(Alert alert) {
        return new Seen(
                alert.url().toString(),
                alert.themes().stream().map(ThemeMatch::theme).collect(Collectors.toSet()));
    }

    private List<Seen> documents() {
        List<Seen> documents = new ArrayList<>();
        AlertQuery query = AlertQuery.first(AlertFilter.ALL, AlertQuery.LARGEST_PAGE);
        AlertPage page = index.find(query);
        while (true) {
            page.hits().stream().map(AlertHit::alert).forEach(alert -> documents.add(seen(alert)));
            if (page.next() == null) {
                return documents;
            }
            page = index.find(query.after(page.next()));
        }
    }

    private static Seen seen(AlertDocument alert) {
        return new Seen(
                alert.url().toString(),
                alert.themes().stream().map(AlertDocument.ThemeScore::theme).collect(Collectors.toSet()));
    }
}
