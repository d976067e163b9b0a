package io.vigie.processor.story;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How well items of one event get one story, and others another: a report over all pairs of items, not a gate.
 *
 * <p>{@code StoryEvaluation [items.jsonl]} prints it.
 */
final class StoryEvaluation {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Pairs all = new Pairs();
    private final Pairs oneLanguage = new Pairs();
    private final Pairs twoLanguages = new Pairs();
    private final Map<String, Set<String>> eventsOfStory = new TreeMap<>();
    private final Map<String, Set<String>> storiesOfEvent = new TreeMap<>();

    private StoryEvaluation() {}

    public static void main(String[] args) throws IOException {
        Path file = Path.of(args.length > 0 ? args[0] : "src/test/resources/stories/dev.jsonl");
        System.out.print(report(file.getFileName().toString(), read(file)));
    }

    /** Pairs that were put together rightly, wrongly, and that were missed. */
    private static final class Pairs {
        private int right;
        private int wrong;
        private int missed;

        void count(boolean together, boolean put) {
            right += together && put ? 1 : 0;
            wrong += !together && put ? 1 : 0;
            missed += together && !put ? 1 : 0;
        }

        double f1() {
            return right == 0 ? 0 : 2.0 * right / (2 * right + wrong + missed);
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "precision %.3f  recall %.3f  F1 %.3f  (%d right, %d wrong, %d missed)",
                    right == 0 ? 0 : (double) right / (right + wrong),
                    right == 0 ? 0 : (double) right / (right + missed),
                    f1(),
                    right,
                    wrong,
                    missed);
        }
    }

    static List<Map<String, String>> read(Path file) throws IOException {
        List<Map<String, String>> items = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            items.add(MAPPER.readValue(line, new TypeReference<>() {}));
        }
        return items;
    }

    /** F1 over all pairs, 0..1. */
    static double f1(List<Map<String, String>> items) throws IOException {
        return of(items).all.f1();
    }

    static String report(String name, List<Map<String, String>> items) throws IOException {
        return of(items).print(name)
                + of(without(items, "published")).print(name + ", undated")
                + of(without(items, "language", "published")).print(name + ", undated, language not stated");
    }

    static List<Map<String, String>> without(List<Map<String, String>> items, String... fields) {
        return items.stream()
                .map(item -> {
                    Map<String, String> rest = new LinkedHashMap<>(item);
                    rest.keySet().removeAll(Set.of(fields));
                    rest.put("labelled", item.getOrDefault("language", ""));
                    return rest;
                })
                .toList();
    }

    private static StoryEvaluation of(List<Map<String, String>> items) throws IOException {
        ClusterLine cluster = new ClusterLine(StorySettings.defaults(), new Fingerprinter());
        for (Map<String, String> item : items) {
            cluster.take(MAPPER.writeValueAsString(item));
        }
        List<String> stories = new ArrayList<>();
        for (String answer : cluster.answers()) {
            stories.add(MAPPER.readTree(answer).get("storyId").asText());
        }
        StoryEvaluation evaluation = new StoryEvaluation();
        for (int i = 0; i < items.size(); i++) {
            evaluation.count(items, stories, i);
        }
        return evaluation;
    }

    private void count(List<Map<String, String>> items, List<String> stories, int i) {
        Map<String, String> item = items.get(i);
        String event = item.getOrDefault("event", "");
        eventsOfStory
                .computeIfAbsent(stories.get(i), key -> new LinkedHashSet<>())
                .add(event);
        storiesOfEvent.computeIfAbsent(event, key -> new TreeSet<>()).add(stories.get(i));
        for (int j = 0; j < i; j++) {
            boolean together = event.equals(items.get(j).get("event"));
            boolean put = stories.get(i).equals(stories.get(j));
            all.count(together, put);
            (language(item).equals(language(items.get(j))) ? oneLanguage : twoLanguages).count(together, put);
        }
    }

    private static String language(Map<String, String> item) {
        return item.getOrDefault("labelled", item.getOrDefault("language", ""));
    }

    private String print(String name) {
        StringBuilder text = new StringBuilder();
        text.append(name).append('\n');
        text.append("  all pairs      ").append(all).append('\n');
        text.append("  one language   ").append(oneLanguage).append('\n');
        text.append("  two languages  ").append(twoLanguages).append('\n');
        storiesOfEvent.forEach((event, stories) -> {
            if (stories.size() > 1) {
                text.append("  SPLIT ")
                        .append(event)
                        .append(' ')
                        .append(stories)
                        .append('\n');
            }
        });
        eventsOfStory.forEach((story, events) -> {
            if (events.size() > 1) {
                text.append("  MIXED ").append(story).append(' ').append(events).append('\n');
            }
        });
        return text.toString();
    }
}
