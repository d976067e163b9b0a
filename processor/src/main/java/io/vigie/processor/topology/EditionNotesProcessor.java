package io.vigie.processor.topology;

import io.vigie.events.ClassifiedItem;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Sends a text to where its editions are compared. One that names none goes there too when its publisher writes in several
 * languages, which this processor learns as it goes; most of the press writes in one, and its texts need not travel.
 */
final class EditionNotesProcessor extends ContextualProcessor<String, FiledItem, String, EditionNote> {

    static final String STORE = "publisher-languages";

    private static final String UNKNOWN = "und";

    private KeyValueStore<String, PublisherLanguages> publishers;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before process.
    EditionNotesProcessor() {}

    @Override
    public void init(ProcessorContext<String, EditionNote> context) {
        super.init(context);
        publishers = context.getStateStore(STORE);
    }

    @Override
    public void process(Record<String, FiledItem> record) {
        ClassifiedItem item = record.value().classified();
        if (!EditionNote.named(item.item()).isEmpty() || inSeveralLanguages(item)) {
            EditionNote.of(record.value())
                    .ifPresent(note ->
                            context().forward(record.withKey(note.group()).withValue(note)));
        }
    }

    private boolean inSeveralLanguages(ClassifiedItem item) {
        String publisher = EditionNote.publisher(item.item());
        PublisherLanguages known = Objects.requireNonNullElse(publishers.get(publisher), PublisherLanguages.NONE);
        String language = item.classification().language().split("-", 2)[0];
        if (!language.equals(UNKNOWN) && !known.languages().contains(language)) {
            known = known.with(language);
            publishers.put(publisher, known);
        }
        return known.several();
    }
}
