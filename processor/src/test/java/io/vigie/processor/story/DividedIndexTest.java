package io.vigie.processor.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An index in parts tells the same stories as a whole one, even when its parts hear of merges late. */
class DividedIndexTest {

    private final Map<String, String> storyOf = new HashMap<>();
    private final Map<String, String> merged = new HashMap<>();

    @ParameterizedTest(name = "{0} parts, merges {1} items late")
    @CsvSource({"1, 0", "4, 0", "4, 20", "16, 20", "64, 20"})
    void tellsTheStoriesOfAWholeOne(int parts, int late) throws IOException {
        List<Map<String, String>> items =
                new ArrayList<>(StoryEvaluation.read(Path.of("src/test/resources/stories/dev.jsonl")));
        items.sort(Comparator.comparing(item -> item.getOrDefault("published", "")));
        Fingerprinter fingerprinter = new Fingerprinter();
        List<StoryIndex> index = new ArrayList<>();
        for (int i = 0; i < parts; i++) {
            index.add(new StoryIndex(StorySettings.defaults(), new HeapMemory()));
        }
        Deque<List<Sent>> onTheirWay = new ArrayDeque<>();
        for (Map<String, String> item : items) {
            Fingerprint print = fingerprinter.of(
                    item.getOrDefault("id", ""),
                    ClusterLine.instant(item.get("published")),
                    item.get("language"),
                    item.getOrDefault("title", ""),
                    item.getOrDefault("text", ""));
            Map<Integer, Sighting> sightings = look(index, print, storyOf.size());
            Placement placement = Placement.of(print.itemId(), storyOf.size(), List.copyOf(sightings.values()));
            storyOf.put(print.itemId(), placement.storyId());
            placement.merges().forEach(merge -> merged.put(merge.younger(), merge.elder()));
            onTheirWay.addLast(placement.merges().stream()
                    .map(merge -> new Sent(merge, toldOf(merge, print.itemId(), sightings, parts)))
                    .toList());
            if (onTheirWay.size() > late) {
                for (Sent sent : onTheirWay.removeFirst()) {
                    sent.parts().forEach(part -> index.get(part).merge(sent.merge()));
                }
            }
        }
        assertThat(f1(items)).isGreaterThan(0.9);
    }

    private record Sent(Merge merge, Set<Integer> parts) {}

    /** The item's own story is known only where nothing else was. */
    private static Set<Integer> toldOf(Merge merge, String itemId, Map<Integer, Sighting> sightings, int parts) {
        return IntStream.range(0, parts)
                .filter(part -> !merge.younger().equals(itemId)
                        || sightings.containsKey(part)
                                && sightings.get(part).near().isEmpty())
                .boxed()
                .collect(Collectors.toSet());
    }

    private static Map<Integer, Sighting> look(List<StoryIndex> index, Fingerprint print, long age) {
        SortedSet<Integer> asked = new TreeSet<>();
        for (long route : print.routes()) {
            asked.add(Math.floorMod(route, index.size()));
        }
        Map<Integer, Sighting> sightings = new TreeMap<>();
        for (int part : asked) {
            sightings.put(part, index.get(part).add(print, age, route -> Math.floorMod(route, index.size()) == part));
        }
        return sightings;
    }

    private double f1(List<Map<String, String>> items) {
        int right = 0;
        int wrong = 0;
        for (int i = 0; i < items.size(); i++) {
            for (int j = 0; j < i; j++) {
                boolean together = event(items.get(i)).equals(event(items.get(j)));
                boolean put = story(items.get(i)).equals(story(items.get(j)));
                right += together && put ? 2 : 0;
                wrong += together == put ? 0 : 1;
            }
        }
        return right / (double) (right + wrong);
    }

    private static String event(Map<String, String> item) {
        return item.getOrDefault("event", "");
    }

    private String story(Map<String, String> item) {
        String story = storyOf.getOrDefault(item.getOrDefault("id", ""), "");
        for (String elder = merged.get(story); elder != null; elder = merged.get(story)) {
            story = elder;
        }
        return story;
    }
}
