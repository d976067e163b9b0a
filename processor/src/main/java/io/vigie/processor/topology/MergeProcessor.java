package io.vigie.processor.topology;

import io.vigie.processor.story.StoryIndex;
import io.vigie.processor.story.StorySettings;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Tells one part of the story index of the merges that others found. */
final class MergeProcessor extends ContextualProcessor<String, Turn.Merged, Void, Void> {

    private final StorySettings settings;
    private StoryIndex index;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before process.
    MergeProcessor(StorySettings settings) {
        this.settings = settings;
    }

    @Override
    public void init(ProcessorContext<Void, Void> context) {
        super.init(context);
        index = new StoryIndex(settings, new StoreMemory(context));
    }

    @Override
    public void process(Record<String, Turn.Merged> record) {
        index.merge(record.value().merge());
    }
}
