package io.vigie.cli.demo;

import io.vigie.events.yaml.ConfigurationException;
import io.vigie.events.yaml.StrictYaml;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The whole press world as data: who publishes, what, and in which order.
 *
 * @param outlets by id, in the order of {@code press.yaml}
 * @param items by id, in the order of publication
 * @param schedule what appears together, moment by moment
 */
public record DemoPress(Map<String, DemoOutlet> outlets, Map<String, DemoItem> items, List<List<DemoItem>> schedule) {

    public DemoPress {
        outlets = Collections.unmodifiableMap(new LinkedHashMap<>(outlets));
        items = Collections.unmodifiableMap(new LinkedHashMap<>(items));
        schedule = schedule.stream().map(List::copyOf).toList();
    }

    private record Plan(List<DemoOutlet> outlets, List<List<String>> schedule) {}

    /**
     * Reads the press world that ships with the program.
     *
     * @throws ConfigurationException when its files contradict each other
     */
    public static DemoPress load() {
        StrictYaml yaml = new StrictYaml(name -> null);
        Plan plan = yaml.read("press.yaml", Resources.text("press.yaml"), Plan.class);
        Map<String, DemoOutlet> outlets = new LinkedHashMap<>();
        plan.outlets().forEach(outlet -> outlets.put(outlet.id(), outlet));
        Map<String, DemoItem> written = new LinkedHashMap<>();
        for (String id : plan.schedule().stream().flatMap(List::stream).toList()) {
            String file = "items/" + id + ".yaml";
            DemoItem item = yaml.read(file, Resources.text(file), DemoItem.class);
            check(item.id().equals(id), file, "id '" + item.id() + "' must be the file's name");
            check(outlets.containsKey(item.outlet()), file, "outlet '" + item.outlet() + "' is not in press.yaml");
            check(written.put(id, item) == null, "press.yaml", "'" + id + "' is scheduled twice");
        }
        Map<String, DemoItem> items = new LinkedHashMap<>();
        written.forEach((id, item) -> items.put(id, whole(item, written)));
        List<List<DemoItem>> schedule = new ArrayList<>();
        for (List<String> moment : plan.schedule()) {
            schedule.add(moment.stream()
                    .map(id -> Objects.requireNonNull(items.get(id)))
                    .toList());
        }
        return new DemoPress(outlets, items, schedule);
    }

    DemoOutlet outletOf(DemoItem item) {
        return Objects.requireNonNull(outlets.get(item.outlet()), item.outlet());
    }

    Set<String> languagesOf(DemoOutlet outlet) {
        return items.values().stream()
                .filter(item -> item.outlet().equals(outlet.id()))
                .map(DemoItem::language)
                .collect(Collectors.toSet());
    }

    /** The item itself and every item that is the same text in another language. */
    List<DemoItem> editions(DemoItem item) {
        String first = item.editionOf() == null ? item.id() : item.editionOf();
        return items.values().stream()
                .filter(other -> other.id().equals(first) || first.equals(other.editionOf()))
                .toList();
    }

    private static DemoItem whole(DemoItem item, Map<String, DemoItem> written) {
        DemoItem original = named(item, item.copyOf(), written);
        named(item, item.editionOf(), written);
        return original == null ? item : item.following(original);
    }

    private static @Nullable DemoItem named(DemoItem by, @Nullable String id, Map<String, DemoItem> written) {
        check(id == null || written.containsKey(id), "items/" + by.id() + ".yaml", "there is no item '" + id + "'");
        return id == null ? null : written.get(id);
    }

    private static void check(boolean holds, String file, String message) {
        if (!holds) {
            throw new ConfigurationException(file + ": " + message);
        }
    }
}
