package io.vigie.events;

import io.vigie.events.FetchState.Validators;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one page of a source: a value of {@code vigie.fetch-state}, key = {@link #key()}, in the partition of
 * its source. A page that discovery listed is remembered before it is read, so that nothing listed is ever lost.
 *
 * @param sourceId the source
 * @param id what makes two links the same page, for example {@code https://otan.example/a} for
 *     {@code http://www.otan.example/a/?utm_source=rss}
 * @param uri where to read it
 * @param title as discovery gave it; absent when it gave none
 * @param listed the date that discovery gave, verbatim; a change of it asks for another look
 * @param published the same date, understood; absent when there is none or it makes no sense
 * @param editions addresses of the same page in other languages as discovery gave them, by BCP 47 tag
 * @param item the newest item that was made of the page, without its body; absent when it became none
 * @param contentHash of what that item says, so that a page that did not change in substance raises nothing; absent when
 *     there is no item or it was withdrawn
 * @param validators for the next conditional GET
 * @param firstSeen when discovery first listed it
 * @param lastRead when it was last read with success; absent before that
 * @param nextVisit when it is due; absent when only a change of {@link #listed()} brings it back
 * @param failures visits that failed, in a row
 * @param gone how many times in a row the server said 404 or 410
 */
public record PageState(
        String sourceId,
        URI id,
        URI uri,
        @Nullable String title,
        @Nullable String listed,
        @Nullable Instant published,
        Map<String, URI> editions,
        @Nullable PressItem item,
        @Nullable String contentHash,
        Validators validators,
        Instant firstSeen,
        @Nullable Instant lastRead,
        @Nullable Instant nextVisit,
        int failures,
        int gone) {

    public PageState {
        editions = Map.copyOf(Objects.requireNonNullElse(editions, Map.of())); // absent in what was written earlier
    }

    /** Key on the topic: {@code source-id}, a blank, {@link #id()}. */
    public String key() {
        return sourceId + " " + id;
    }
}
