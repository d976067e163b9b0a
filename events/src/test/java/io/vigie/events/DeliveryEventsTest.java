package io.vigie.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigie.events.json.JsonCodec;
import io.vigie.events.json.MalformedEventException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DeliveryEventsTest {

    private static final Instant AT = Instant.parse("2026-03-01T08:00:00Z");
    private static final Evidence MARKED =
            new Evidence("r", Evidence.Field.BODY, 10, 21, "Douze chars", List.of(new Evidence.Mark(6, 11)));

    @Test
    void aNoticeOfAnAlertIsReadBackAsWritten() {
        Notice notice = new AlertNotice(
                "desk",
                "a1",
                2,
                Alert.Status.AMENDED,
                URI.create("https://outlet.example/a1"),
                "Douze chars",
                "fr",
                new Outlet("outlet-fr", "Outlet", null),
                null,
                AT,
                List.of(new ThemeMatch("defence-industry", 0.75, List.of(MARKED))),
                "story-1",
                AT);
        JsonCodec<Notice> codec = JsonCodec.of(Notice.class);

        assertThat(codec.decode(codec.encode(notice))).isEqualTo(notice);
        assertThat(notice.key()).isEqualTo("a1/2");
        assertThat(notice.score()).isEqualTo(0.75);
    }

    @ParameterizedTest
    @CsvSource({"STARTED, 1", "ENDED, 2"})
    void aNoticeOfASurgeIsReadBackAsWritten(Surge.Phase phase, int revision) {
        Surge surge = new Surge("t/country/JP/" + AT, phase, "t", null, "JP", AT, null, 12, 1.5, 5);
        Notice notice = new SurgeNotice("desk", surge, AT);
        JsonCodec<Notice> codec = JsonCodec.of(Notice.class);

        assertThat(codec.decode(codec.encode(notice))).isEqualTo(notice);
        assertThat(notice.key()).isEqualTo("t/country/JP/" + AT + "/" + revision);
    }

    @Test
    void aNoticeOfNothingIsMalformed() {
        JsonCodec<Notice> codec = JsonCodec.of(Notice.class);

        assertThatThrownBy(() -> codec.decode("{\"channel\":\"desk\"}".getBytes(UTF_8)))
                .isInstanceOf(MalformedEventException.class);
    }

    @Test
    void evidenceWithoutMarksIsWrittenAsBefore() {
        JsonCodec<Evidence> codec = JsonCodec.of(Evidence.class);
        String json = "{\"rule\":\"r\",\"field\":\"body\",\"start\":0,\"end\":1,\"quote\":\"x\"}";

        Evidence read = codec.decode(json.getBytes(UTF_8));

        assertThat(read.marks()).isEmpty();
        assertThat(new String(codec.encode(read), UTF_8)).isEqualTo(json);
    }

    @ParameterizedTest
    @EnumSource
    void aLineOfTheLedgerIsReadBackAsWritten(Delivery.State state) {
        Delivery line = new Delivery(
                "m1",
                "desk",
                Delivery.Kind.DIGEST,
                List.of("a1/2", "b/1"),
                List.of("story-1"),
                state,
                1,
                null,
                "HTTP 500",
                AT,
                12,
                AT.plusSeconds(30));
        JsonCodec<Delivery> codec = JsonCodec.of(Delivery.class);

        assertThat(codec.decode(codec.encode(line))).isEqualTo(line);
    }
}
