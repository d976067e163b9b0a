package io.vigie.processor.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.events.Outlet;
import io.vigie.events.PressItem;
import io.vigie.events.PubStatus;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventTimeTest {

    private static final Instant WRITTEN = Instant.parse("2025-04-09T10:00:05Z");

    @ParameterizedTest(name = "{0}: stated {1}, read {2}")
    @CsvSource({
        "as stated, 2025-04-09T08:00:00Z, 2025-04-09T10:00:00Z, 2025-04-09T08:00:00Z",
        "an archive is old, 2003-02-14T00:00:00Z, 2025-04-09T10:00:00Z, 2003-02-14T00:00:00Z",
        "not stated, , 2025-04-09T10:00:00Z, 2025-04-09T10:00:00Z",
        "a feed without dates, 1970-01-01T00:00:00Z, 2025-04-09T10:00:00Z, 2025-04-09T10:00:00Z",
        "a broken template, 2099-12-31T00:00:00Z, 2025-04-09T10:00:00Z, 2025-04-09T10:00:00Z",
        "an announced event, 2025-05-01T00:00:00Z, 2025-04-09T10:00:00Z, 2025-04-09T10:00:00Z",
        "a clock a little ahead, 2025-04-09T10:04:00Z, 2025-04-09T10:00:00Z, 2025-04-09T10:04:00Z",
        "an instance in the future, 2025-04-09T08:00:00Z, 2031-01-01T00:00:00Z, 2025-04-09T08:00:00Z",
        "both in the future, 2031-01-01T00:00:00Z, 2031-01-01T00:00:00Z, 2025-04-09T10:00:05Z",
        "an instance in 1970, , 1970-01-01T00:00:10Z, 2025-04-09T10:00:05Z"
    })
    void boundsWhatIsStated(String why, @Nullable Instant stated, Instant read, Instant expected) {
        PressItem item = new PressItem(
                "a",
                URI.create("https://outlet.example/a"),
                PubStatus.USABLE,
                "",
                "",
                List.of(),
                null,
                stated,
                null,
                new Outlet("o", "O", null),
                Map.of(),
                null,
                read);
        assertThat(EventTime.of(item, WRITTEN)).as(why).isEqualTo(expected);
    }
}
