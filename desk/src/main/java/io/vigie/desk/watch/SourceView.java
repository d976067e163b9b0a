package io.vigie.desk.watch;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One source as the desk sees it.
 *
 * @param id of the source
 * @param name for people
 * @param url where it is looked at
 * @param language absent when it publishes in several
 * @param country absent when not stated
 * @param enabled whether it is watched
 * @param every longest pause between two looks
 * @param pace pause that its own rhythm suggests; absent before it is known
 * @param state now
 * @param lastLook absent when there was none within the board's time
 * @param lastSuccess absent when there was none within the board's time
 * @param nextPoll absent before the first look
 * @param lastNew when discovery last listed something new; absent when it never did
 * @param silentSince the same, when that is longer ago than its own rhythm explains; absent when nothing is odd
 * @param items pages read in the last day
 * @param errors requests that failed in the last day, by reason; refusals of robots.txt left out
 * @param robots requests in the last day that robots.txt forbade
 * @param slots of the board's time, eldest first, each {@link #SLOT} long, the last one still open
 * @param blind windows of the board's time, eldest first
 */
public record SourceView(
        String id,
        String name,
        URI url,
        @Nullable String language,
        @Nullable String country,
        boolean enabled,
        Duration every,
        @Nullable Duration pace,
        SlotState state,
        @Nullable Instant lastLook,
        @Nullable Instant lastSuccess,
        @Nullable Instant nextPoll,
        @Nullable Instant lastNew,
        @Nullable Instant silentSince,
        int items,
        Map<String, Integer> errors,
        int robots,
        List<SlotState> slots,
        List<BlindWindow> blind) {

    /** Length of a slot. */
    public static final Duration SLOT = Duration.ofMinutes(15);

    /** How far back the board goes. */
    public static final Duration BACK = Duration.ofHours(24);

    public SourceView {
        errors = Map.copyOf(errors);
        slots = List.copyOf(slots);
        blind = List.copyOf(blind);
    }
}
