package io.vigie.sink.deliver;

import static io.vigie.sink.deliver.Stories.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "200, -, Accepted",
                "202, -, Accepted",
                "204, -, Accepted",
                "301, -, Gone",
                "307, -, Gone",
                "400, -, Refused",
                "401, -, Gone",
                "403, -, Gone",
                "404, -, Gone",
                "408, -, Doubtful",
                "410, -, Gone",
                "413, -, Refused",
                "422, -, Refused",
                "429, -, Throttled",
                "429, 3, Throttled",
                "500, -, Doubtful",
                "502, -, Doubtful",
                "503, -, Doubtful",
                "503, 3, Throttled",
                "504, -, Doubtful",
            })
    void judgesStatuses(int status, String retryAfter, String kind) {
        assertThat(Answer.of(status, retryAfter, NOW).getClass().getSimpleName())
                .isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, PT30S",
                "0, PT0S",
                "3, PT3S",
                "0.25, PT0.25S",
                "-5, PT0S",
                "999999999, PT1H",
                "1e300, PT1H",
                "NaN, PT30S",
                "soon, PT30S",
                "'Tue, 10 Mar 2026 08:02:00 GMT', PT2M",
                "'Tue, 10 Mar 2026 07:00:00 GMT', PT0S",
            })
    void readsRetryAfter(String retryAfter, Duration pause) {
        assertThat(Answer.pause(retryAfter, NOW)).isEqualTo(pause);
    }
}
