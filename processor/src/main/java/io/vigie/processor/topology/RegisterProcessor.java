package io.vigie.processor.topology;

import io.vigie.events.Story;
import io.vigie.events.StoryNote;
import io.vigie.events.kafka.CloudEventHeaders;
import io.vigie.processor.story.Register;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the record of each story and tells the stories topic of every change. What belongs to a merged story is sent on to
 * its elder, as a note on the topic that this processor reads; notes go from younger to elder stories only, so they arrive.
 *
 * <p>Forwards {@link Story} to the child {@link #TOLD} and {@link StoryNote} to the child {@link #SENT_ON}.
 */
final class RegisterProcessor extends ContextualProcessor<String, StoryNote, String, Object> {

    static final String STORE = "story-register";
    static final String TOLD = "story-told";
    static final String SENT_ON = "story-sent-on";

    private static final Duration REMEMBERED = Duration.ofDays(30);
    private static final Duration BETWEEN_SWEEPS = Duration.ofDays(5);

    private KeyValueStore<String, RegisteredStory> register;
    private Sweep<String, RegisteredStory> sweep;
    private long round = Long.MIN_VALUE;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before process.
    RegisterProcessor() {}

    @Override
    public void init(ProcessorContext<String, Object> context) {
        super.init(context);
        register = context.getStateStore(STORE);
        sweep = new Sweep<>(register);
        round = Long.MIN_VALUE;
    }

    @Override
    public void process(Record<String, StoryNote> record) {
        StoryNote note = record.value();
        RegisteredStory known = register.get(record.key());
        if (known != null && known.story().status() == Story.Status.MERGED) {
            sendOn(record, known);
        } else {
            Story story = known == null ? null : known.story();
            for (Story.Report report : note.reports()) {
                story = story == null ? Register.open(record.key(), report) : Register.with(story, report);
            }
            boolean told = known != null && known.told();
            StoryNote.Merge merge = note.merge();
            if (merge == null && story != null) {
                tell(record, new RegisteredStory(story, told || !story.themes().isEmpty(), 0));
            } else if (merge != null) {
                merge(record, story, told, merge);
            }
        }
        sweep(context().currentStreamTimeMs());
    }

    private void merge(Record<String, StoryNote> record, @Nullable Story story, boolean told, StoryNote.Merge merge) {
        if (story == null) {
            Story alias = Register.merged(record.key(), merge.storyId(), time(record));
            register.put(record.key(), new RegisteredStory(alias, false, merge.age()));
            return;
        }
        tell(record, new RegisteredStory(Register.merged(story, merge.storyId()), told, merge.age()));
        forward(record, merge.storyId(), StoryNote.reports(time(record), story.reports()));
    }

    /** Somebody still called an elder story by the name of this one: whoever heard that name can look it up from now on. */
    private void sendOn(Record<String, StoryNote> record, RegisteredStory known) {
        StoryNote note = record.value();
        String elder = known.story().mergedInto();
        if (elder == null) {
            return;
        }
        if (!note.reports().isEmpty()) {
            tell(record, new RegisteredStory(known.story(), true, known.elderAge()));
            forward(record, elder, StoryNote.reports(time(record), note.reports()));
        }
        StoryNote.Merge other = note.merge();
        if (other != null && !other.storyId().equals(elder)) {
            int order = Long.compare(known.elderAge(), other.age());
            boolean oldest = (order == 0 ? elder.compareTo(other.storyId()) : order) < 0;
            if (oldest) {
                forward(record, other.storyId(), StoryNote.merged(time(record), elder, known.elderAge()));
            } else {
                forward(record, elder, StoryNote.merged(time(record), other.storyId(), other.age()));
            }
        }
    }

    private void tell(Record<String, StoryNote> record, RegisteredStory now) {
        register.put(record.key(), now);
        if (now.told()) {
            RecordHeaders headers = new RecordHeaders();
            Story story = now.story();
            new CloudEventHeaders(
                            story.storyId() + "/"
                                    + context()
                                            .recordMetadata()
                                            .map(meta -> meta.partition() + "-" + meta.offset())
                                            .orElse("0"),
                            "/vigie/processor",
                            "io.vigie.story.v1",
                            story.lastReport())
                    .writeTo(headers);
            context().forward(new Record<>(story.storyId(), story, record.timestamp(), headers), TOLD);
        }
    }

    private void forward(Record<String, StoryNote> record, String storyId, StoryNote note) {
        context().forward(new Record<>(storyId, note, record.timestamp()), SENT_ON);
    }

    private static Instant time(Record<String, StoryNote> record) {
        return Instant.ofEpochMilli(record.timestamp());
    }

    private void sweep(long streamTime) {
        long now = streamTime / BETWEEN_SWEEPS.toMillis();
        if (now > round) {
            round = now;
            sweep.begin();
        }
        Instant horizon = Instant.ofEpochMilli(streamTime).minus(REMEMBERED);
        sweep.advance((id, known) -> known.story().lastReport().isBefore(horizon) ? null : known);
    }
}
