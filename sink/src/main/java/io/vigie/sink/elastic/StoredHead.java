package io.vigie.sink.elastic;

import io.vigie.events.Alert;
import io.vigie.events.Provenance;
import io.vigie.sink.elastic.AlertDocument.ThemeScore;
import java.time.Instant;
import java.util.List;

/** What must be read of a stored document to know why it refused a write: everything but the long texts. */
record StoredHead(
        int revision,
        Alert.Status status,
        String headline,
        Instant detectedAt,
        List<ThemeScore> themes,
        String storyId,
        String ruleset,
        Provenance provenance) {

    /** Left in Elasticsearch; an item's body can have megabytes. */
    static final List<String> NOT_READ = List.of("body", "evidence", "history");

    StoredHead {
        themes = List.copyOf(themes);
    }

    /**
     * Whether it is the same revision with another content: the processor judged an item anew, by other rules or after
     * its state was rebuilt, and the later word counts.
     */
    boolean isCorrectedBy(AlertDocument document) {
        return revision == document.revision() && !saysTheSameAs(document);
    }

    private boolean saysTheSameAs(AlertDocument document) {
        return status == document.status()
                && headline.equals(document.headline())
                && detectedAt.equals(document.detectedAt())
                && themes.equals(document.themes())
                && storyId.equals(document.storyId())
                && ruleset.equals(document.ruleset())
                && provenance.equals(document.provenance());
    }
}
