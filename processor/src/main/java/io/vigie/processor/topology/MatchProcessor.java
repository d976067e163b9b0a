package io.vigie.processor.topology;

import io.micrometer.core.instrument.MeterRegistry;
import io.vigie.processor.story.Sighting;
import io.vigie.processor.story.StoryIndex;
import io.vigie.processor.story.StorySettings;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One part of the story index: keeps the items that have one of its routes and answers what it knows of a new one. Lets go of
 * what is older than the window twice in a window, by stream time.
 */
final class MatchProcessor extends ContextualFixedKeyProcessor<String, StoryProbe, StoryAnswer> {

    private static final Logger log = LoggerFactory.getLogger(MatchProcessor.class);

    private final StorySettings settings;
    private final int partitions;
    private final MeterRegistry meters;
    private StoryIndex index;
    private long round;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before process.
    MatchProcessor(StorySettings settings, int partitions, MeterRegistry meters) {
        this.settings = settings;
        this.partitions = partitions;
        this.meters = meters;
    }

    @Override
    public void init(FixedKeyProcessorContext<String, StoryAnswer> context) {
        super.init(context);
        index = new StoryIndex(settings, new StoreMemory(context));
        index.recall();
        round = Long.MIN_VALUE;
    }

    @Override
    public void process(FixedKeyRecord<String, StoryProbe> record) {
        StoryProbe probe = record.value();
        int part = context().taskId().partition();
        context().forward(record.withValue(new StoryAnswer(probe.home(), part, probe.age(), look(probe, part))));
        sweep(context().currentStreamTimeMs());
    }

    /** A fault in the story of one item costs that item its story, never its alert: the item waits for this answer. */
    private Sighting look(StoryProbe probe, int part) {
        try {
            return index.add(probe.item(), probe.age(), route -> StoryProbe.part(route, partitions) == part);
        } catch (IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException | ArithmeticException e) {
            meters.counter("vigie.processor.stories.failed").increment();
            log.atWarn().addKeyValue("item", probe.item().itemId()).setCause(e).log("story not looked for");
            return Sighting.NOTHING;
        }
    }

    private void sweep(long streamTime) {
        Duration half = settings.window().dividedBy(2);
        long now = streamTime / half.toMillis();
        if (now > round) {
            round = now;
            index.forgetBefore(
                    Instant.ofEpochMilli(streamTime).minus(settings.window()).minus(half));
        }
    }
}
