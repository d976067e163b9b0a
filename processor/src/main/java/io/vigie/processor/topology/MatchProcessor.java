package io.vigie.processor.topology;

import io.micrometer.core.instrument.MeterRegistry;
import io.vigie.processor.story.Sighting;
import io.vigie.processor.story.StoryIndex;
import io.vigie.processor.story.StorySettings;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One part of the story index: keeps the items that have one of its routes and answers what it knows of a new one. Once a day
 * of stream time it lets go of what is older than the window by more than a day, which is how late an item may come and
 * still be compared with all.
 */
final class MatchProcessor extends ContextualFixedKeyProcessor<String, Turn.Ask, StoryAnswer> {

    private static final Logger log = LoggerFactory.getLogger(MatchProcessor.class);

    private static final Duration LATEST = Duration.ofDays(1);

    private final StorySettings settings;
    private final int partitions;
    private final MeterRegistry meters;
    private StoryIndex index;

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
    }

    @Override
    public void process(FixedKeyRecord<String, Turn.Ask> record) {
        StoryProbe probe = StoryProbe.decode(record.value().probe().get());
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

    /** The horizon moves once a day, and a sweep takes many records. */
    private void sweep(long streamTime) {
        Instant today = Instant.ofEpochMilli(streamTime).truncatedTo(ChronoUnit.DAYS);
        index.forgetBefore(today.minus(settings.window()).minus(LATEST));
    }
}
