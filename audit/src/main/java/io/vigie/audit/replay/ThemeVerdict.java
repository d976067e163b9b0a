package io.vigie.audit.replay;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vigie.events.Evidence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What replay says of one theme of one alert.
 *
 * @param theme id
 * @param verdict never {@link Verdict#UNPROVEN} or {@link Verdict#MISSING}
 * @param recordedScore 0..1; absent when the record does not have the theme
 * @param replayedScore 0..1; absent when replay does not have it
 * @param recorded evidence of the record; left out when both have the same
 * @param replayed evidence of the replay; left out when both have the same
 */
public record ThemeVerdict(
        String theme,
        Verdict verdict,
        @Nullable Double recordedScore,
        @Nullable Double replayedScore,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Evidence> recorded,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Evidence> replayed) {

    // Jackson passes null for a list that the line leaves out.
    public ThemeVerdict {
        recorded = recorded == null ? List.of() : List.copyOf(recorded);
        replayed = replayed == null ? List.of() : List.copyOf(replayed);
    }
}
