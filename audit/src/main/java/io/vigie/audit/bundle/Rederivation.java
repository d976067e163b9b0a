package io.vigie.audit.bundle;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vigie.audit.replay.FieldDifference;
import io.vigie.audit.replay.Rejudgement;
import io.vigie.audit.topic.PageSnapshot;
import io.vigie.events.Alert;
import io.vigie.events.Classification;
import io.vigie.events.ClassifiedItem;
import io.vigie.events.Novelty;
import io.vigie.events.PressItem;
import io.vigie.events.PubStatus;
import io.vigie.events.RuleSet;
import io.vigie.events.json.JsonCodec;
import io.vigie.ingest.watch.Rereading;
import io.vigie.processor.novelty.KnownItem;
import io.vigie.processor.novelty.NoveltyStep;
import io.vigie.processor.watch.Classifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes everything in a bundle again: items from pages, verdicts and classifications from items, alerts from those; and
 * sets each beside what the bundle has.
 */
final class Rederivation {

    private final Path folder;
    private final List<Finding> findings;
    private final JsonCodec<PressItem> items = JsonCodec.of(PressItem.class);
    private final Rereading reading = new Rereading();
    private final Map<String, Optional<Classifier>> classifiers = new HashMap<>();
    private Map<String, PageSnapshot> pages = Map.of();
    private int itemCount;
    private int alertCount;

    /** What one line of a file holds. */
    private record Line<T>(BundleRecord record, T value) {}

    /** What is known of an item while its revisions are gone through. */
    private record State(
            @Nullable KnownItem known, @Nullable Alert alert) {}

    Rederivation(Path folder, List<Finding> findings) {
        this.folder = folder;
        this.findings = findings;
    }

    int items() {
        return itemCount;
    }

    int alerts() {
        return alertCount;
    }

    void run() {
        pages = pages();
        Map<String, Line<PressItem>> read = new LinkedHashMap<>();
        lines(BundleFiles.ITEMS, PressItem.class, line -> read.put(line.record().place(), line));
        Map<String, Line<ClassifiedItem>> classified = new TreeMap<>();
        lines(
                BundleFiles.CLASSIFIED,
                ClassifiedItem.class,
                line -> classified.put(place(line.value().provenance()), line));
        Map<String, Line<Alert>> alerts = new TreeMap<>();
        lines(
                BundleFiles.ALERTS,
                Alert.class,
                line -> alerts.put(place(line.value().provenance()), line));
        itemCount = read.size();
        alertCount = alerts.size();
        Map<String, State> states = new HashMap<>();
        read.values().forEach(item -> revision(item, states, classified, alerts));
        classified.values().forEach(line -> finding(BundleFiles.CLASSIFIED, line.record(), "has no item"));
        alerts.values().forEach(line -> finding(BundleFiles.ALERTS, line.record(), "follows from no item"));
        classifiers.values().forEach(classifier -> classifier.ifPresent(Classifier::close));
    }

    /** What was made to break the verification is a finding like any other. */
    private void revision(
            Line<PressItem> item,
            Map<String, State> states,
            Map<String, Line<ClassifiedItem>> classified,
            Map<String, Line<Alert>> alerts) {
        try {
            State before = states.getOrDefault(item.value().id(), new State(null, null));
            states.put(item.value().id(), item(item, before, classified, alerts));
        } catch (RuntimeException e) {
            finding(BundleFiles.ITEMS, item.record(), "cannot be judged again: " + e);
        }
    }

    /** One revision; what it accounts for is taken out of the two maps. */
    private State item(
            Line<PressItem> line,
            State before,
            Map<String, Line<ClassifiedItem>> classified,
            Map<String, Line<Alert>> alerts) {
        PressItem item = line.value();
        page(line, before.known() == null);
        NoveltyStep.Verdict verdict = NoveltyStep.judge(before.known(), item);
        String place = line.record().place();
        if (verdict.novelty() == Novelty.DUPLICATE) {
            return new State(before.known(), before.alert());
        }
        Line<ClassifiedItem> recorded = classified.remove(place);
        if (recorded == null) {
            finding(BundleFiles.ITEMS, line.record(), "was never classified");
            return new State(verdict.known(), before.alert());
        }
        ClassifiedItem again = classified(line, verdict, recorded);
        Alert raised = Rejudgement.alert(before.alert(), again, verdict.known().filedAt())
                .orElse(null);
        alert(line, raised, alerts.remove(place));
        return new State(verdict.known(), raised == null ? before.alert() : raised);
    }

    private void page(Line<PressItem> line, boolean first) {
        PressItem item = line.value();
        String snapshot = item.snapshot();
        if (item.pubStatus() == PubStatus.CANCELED || snapshot == null) {
            return;
        }
        PageSnapshot page = pages.get(snapshot);
        if (page == null) {
            finding(BundleFiles.ITEMS, line.record(), "its page " + snapshot + " is not in the bundle");
            return;
        }
        PressItem again = reading.read(item, page.bytes(), page.contentType(), page.uri(), first);
        FieldDifference.between(item, again)
                .forEach(difference -> finding(
                        BundleFiles.ITEMS,
                        line.record(),
                        difference.field() + " is not what the page says when read again"));
    }

    private ClassifiedItem classified(
            Line<PressItem> line, NoveltyStep.Verdict verdict, Line<ClassifiedItem> recorded) {
        ClassifiedItem record = recorded.value();
        BundleRecord at = recorded.record();
        if (!Arrays.equals(items.encode(record.item()), items.encode(line.value()))) {
            finding(BundleFiles.CLASSIFIED, at, "was made of another text than the item's");
        }
        if (record.novelty() != verdict.novelty()
                || record.revision() != verdict.known().revision()) {
            finding(
                    BundleFiles.CLASSIFIED,
                    at,
                    "is recorded as " + record.novelty() + " " + record.revision() + ", and is " + verdict.novelty()
                            + " " + verdict.known().revision());
        }
        String hash = record.classification().ruleset();
        Optional<Classifier> classifier = classifiers.computeIfAbsent(hash, this::classifier);
        if (classifier.isEmpty()) {
            finding(BundleFiles.CLASSIFIED, at, "rule set " + hash + " is not in the bundle");
            return record;
        }
        Classification again = Rejudgement.classify(line.value(), verdict.novelty(), classifier.get(), hash);
        Decisions.differences(record.classification(), again)
                .forEach(field -> finding(BundleFiles.CLASSIFIED, at, field + " is not what the rules say"));
        return Rejudgement.with(record, line.value(), again);
    }

    private void alert(Line<PressItem> item, @Nullable Alert raised, @Nullable Line<Alert> recorded) {
        if (recorded == null) {
            if (raised != null) {
                finding(BundleFiles.ITEMS, item.record(), "should have raised an alert, and there is none");
            }
        } else if (raised == null) {
            finding(BundleFiles.ALERTS, recorded.record(), "should not have been raised");
        } else {
            Decisions.differences(recorded.value(), raised)
                    .forEach(field -> finding(
                            BundleFiles.ALERTS, recorded.record(), field + " is not what follows from item and rules"));
        }
    }

    private Optional<Classifier> classifier(String hash) {
        Path file = folder.resolve(BundleFiles.ruleset(hash)).normalize();
        if (!file.startsWith(folder.normalize()) || !Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            RuleSet set = RuleSet.of(Files.readString(file));
            if (!set.hash().equals(hash)) {
                findings.add(new Finding(BundleFiles.ruleset(hash), "is not the text that its name is the hash of"));
                return Optional.empty();
            }
            return Optional.of(Classifier.of(set));
        } catch (IOException | RuntimeException e) {
            findings.add(new Finding(BundleFiles.ruleset(hash), "cannot be used: " + e.getMessage()));
            return Optional.empty();
        }
    }

    private Map<String, PageSnapshot> pages() {
        try {
            return Pages.read(folder.resolve(BundleFiles.PAGES));
        } catch (IOException e) {
            findings.add(new Finding(BundleFiles.PAGES, "cannot be read: " + e.getMessage()));
            return Map.of();
        }
    }

    private <T> void lines(String file, Class<T> type, Consumer<Line<T>> reader) {
        int number = 0;
        try {
            for (String text : Files.readAllLines(folder.resolve(file))) {
                number++;
                BundleRecord record = BundleRecord.parse(text);
                reader.accept(new Line<>(record, Objects.requireNonNull(record.as(type), "value")));
            }
        } catch (JsonProcessingException | RuntimeException e) {
            findings.add(new Finding(file, "line " + number + " cannot be read"));
        } catch (IOException e) {
            findings.add(new Finding(file, "cannot be read"));
        }
    }

    private static String place(io.vigie.events.Provenance from) {
        return from.topic() + "-" + from.partition() + "@" + from.offset();
    }

    private void finding(String file, BundleRecord record, String what) {
        findings.add(new Finding(file, record.place() + ": " + what));
    }
}
