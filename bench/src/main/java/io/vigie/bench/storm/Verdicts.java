package io.vigie.bench.storm;

import io.vigie.bench.press.Release;
import io.vigie.events.ItemId;
import io.vigie.events.Outlet;
import io.vigie.events.PressItem;
import io.vigie.events.PubStatus;
import io.vigie.events.ThemeMatch;
import io.vigie.processor.watch.Classifier;
import io.vigie.processor.watch.ThemeRules;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What should come out: the themes of each item that has any, by the classifier alone in a plain loop. */
final class Verdicts {

    private Verdicts() {}

    /**
     * The right alerts.
     *
     * @param items all that were published
     * @param sites addresses of the sites, by index
     * @return themes by address
     */
    static Map<String, Set<String>> of(List<Release> items, List<URI> sites) {
        Map<String, Set<String>> themes = new TreeMap<>();
        try (Classifier classifier = Classifier.of(ThemeRules.shipped())) {
            for (Release item : items) {
                URI address = item.address(sites.get(item.source()));
                Set<String> found = classifier.classify(pressItem(item, address)).themes().stream()
                        .map(ThemeMatch::theme)
                        .collect(Collectors.toCollection(TreeSet::new));
                if (!found.isEmpty()) {
                    themes.put(address.toString(), found);
                }
            }
        }
        return themes;
    }

    private static PressItem pressItem(Release item, URI address) {
        return new PressItem(
                ItemId.of(address),
                address,
                PubStatus.USABLE,
                item.headline(),
                item.body(),
                List.of(),
                item.language(),
                null,
                null,
                new Outlet("storm", "Storm", null),
                Map.of(),
                null,
                Instant.EPOCH);
    }
}
