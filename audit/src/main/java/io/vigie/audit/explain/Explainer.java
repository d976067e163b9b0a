package io.vigie.audit.explain;

import io.vigie.audit.explain.Explained.Reckoning;
import io.vigie.audit.explain.Explained.Reproduction;
import io.vigie.audit.explain.Explained.SentenceReckoning;
import io.vigie.audit.topic.ErasedItems;
import io.vigie.audit.topic.RecordFinder;
import io.vigie.audit.topic.RuleSets;
import io.vigie.audit.topic.TopicAccess;
import io.vigie.events.Alert;
import io.vigie.events.Classification;
import io.vigie.events.Evidence;
import io.vigie.events.PressItem;
import io.vigie.events.PubStatus;
import io.vigie.events.ThemeMatch;
import io.vigie.events.Topics;
import io.vigie.events.json.JsonCodec;
import io.vigie.processor.watch.Classifier;
import io.vigie.processor.watch.Explanation.SentencePoints;
import io.vigie.processor.watch.Explanation.ThemeScore;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Finds an alert, the item and the rules it was made of, and makes the reckoning again. */
public final class Explainer {

    private static final int CONTEXT = 120;

    private final RecordFinder records;
    private final RuleSets rules;
    private final ErasedItems erased;
    private final Topics topics;
    private final JsonCodec<Alert> alerts = JsonCodec.of(Alert.class);
    private final JsonCodec<PressItem> items = JsonCodec.of(PressItem.class);

    /** Reads the rule sets, and which items were erased. */
    public Explainer(TopicAccess access, Topics topics) {
        this.records = new RecordFinder(access);
        this.rules = RuleSets.read(access, topics);
        this.erased = ErasedItems.read(access, topics);
        this.topics = topics;
    }

    /**
     * Explains an alert.
     *
     * @param revision which; the newest when absent
     * @return empty when there is no such alert or revision, or it was erased
     */
    public Optional<Explained> explain(String alertId, OptionalInt revision) {
        return records.ofKey(topics.alerts(), alertId).stream()
                .map(record -> alerts.decode(record.value()))
                .filter(alert -> !erased.ids().contains(alert.itemId()))
                .filter(alert -> revision.isEmpty() || alert.revision() == revision.getAsInt())
                .max(Comparator.comparingInt(Alert::revision))
                .map(this::explain);
    }

    private Explained explain(Alert alert) {
        Optional<RuleSets.Published> published = rules.published().stream()
                .filter(each -> each.set().hash().equals(alert.ruleset()))
                .findFirst();
        Optional<PressItem> item = records.at(
                        alert.provenance().topic(),
                        alert.provenance().partition(),
                        alert.provenance().offset())
                .map(ConsumerRecord::value)
                .map(items::decode);
        if (published.isEmpty()) {
            return explained(alert, published, Reproduction.RULESET_GONE, List.of());
        }
        if (item.isEmpty()) {
            return explained(alert, published, Reproduction.ITEM_GONE, List.of());
        }
        if (item.get().pubStatus() == PubStatus.CANCELED) {
            return explained(alert, published, Reproduction.WITHDRAWN, List.of());
        }
        try (Classifier classifier = Classifier.of(published.get().set())) {
            Classification again = classifier.classify(item.get());
            return explained(
                    alert,
                    published,
                    same(again.themes(), alert.themes()) ? Reproduction.IDENTICAL : Reproduction.DIFFERENT,
                    reckoning(classifier, item.get()));
        }
    }

    private static boolean same(List<ThemeMatch> some, List<ThemeMatch> others) {
        return withoutMarks(some).equals(withoutMarks(others));
    }

    private static List<ThemeMatch> withoutMarks(List<ThemeMatch> themes) {
        return themes.stream()
                .map(theme -> new ThemeMatch(
                        theme.theme(),
                        theme.score(),
                        theme.evidence().stream()
                                .map(e -> new Evidence(e.rule(), e.field(), e.start(), e.end(), e.quote()))
                                .toList()))
                .toList();
    }

    private static List<Reckoning> reckoning(Classifier classifier, PressItem item) {
        return classifier.explain(item.headline(), item.body(), item.language()).themes().stream()
                .sorted(Comparator.comparingDouble((ThemeScore theme) -> -theme.score()))
                .map(theme -> new Reckoning(
                        theme.theme(),
                        theme.matched(),
                        theme.score(),
                        theme.points(),
                        theme.sentences().stream()
                                .map(sentence -> sentence(sentence, item))
                                .toList(),
                        theme.item()))
                .toList();
    }

    private static SentenceReckoning sentence(SentencePoints sentence, PressItem item) {
        String text = sentence.field() == Evidence.Field.HEADLINE ? item.headline() : item.body();
        int from = Math.max(0, sentence.start() - CONTEXT);
        int to = Math.min(text.length(), sentence.end() + CONTEXT);
        return new SentenceReckoning(
                sentence.field(),
                sentence.start(),
                sentence.end(),
                sentence.points(),
                text.substring(from, sentence.start()),
                text.substring(sentence.start(), sentence.end()),
                text.substring(sentence.end(), to),
                sentence.rules());
    }

    private static Explained explained(
            Alert alert, Optional<RuleSets.Published> published, Reproduction reproduction, List<Reckoning> reckoning) {
        return new Explained(
                alert.alertId(),
                alert.revision(),
                alert.status(),
                alert.url(),
                alert.headline(),
                alert.outlet(),
                alert.language(),
                alert.datePublished(),
                alert.detectedAt(),
                alert.ruleset(),
                published.map(RuleSets.Published::at).orElse(null),
                alert.provenance(),
                alert.latencyMs(),
                alert.themes(),
                reproduction,
                reckoning,
                alert.history());
    }
}
