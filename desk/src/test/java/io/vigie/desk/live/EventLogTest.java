package io.vigie.desk.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventLogTest {

    private final EventLog log = new EventLog(3);

    @Test
    void givesWhatWasMissedInOrderAndThenWhatComes() {
        List.of("1", "2", "3").forEach(this::append);
        List<LiveEvent> heard = new ArrayList<>();
        assertThat(log.listen(heard::add, "1").orElseThrow())
                .extracting(LiveEvent::id)
                .containsExactly("2", "3");
        append("4");
        assertThat(heard).extracting(LiveEvent::id).containsExactly("4");
    }

    @Test
    void tellsAnEventOnceOnly() {
        List<LiveEvent> heard = new ArrayList<>();
        log.listen(heard::add, "");
        append("1");
        append("1");
        assertThat(heard).hasSize(1);
    }

    @Test
    void forgetsTheEldestAndSaysSo() {
        for (int i = 1; i <= 20; i++) {
            append(String.valueOf(i));
        }
        assertThat(log.listen(event -> {}, "1")).isEmpty();
        assertThat(log.listen(event -> {}, "19").orElseThrow()).hasSize(1);
    }

    @Test
    void whoLeftHearsNothing() {
        List<LiveEvent> heard = new ArrayList<>();
        java.util.function.Consumer<LiveEvent> listener = heard::add;
        log.listen(listener, "");
        log.leave(listener);
        append("1");
        assertThat(heard).isEmpty();
    }

    @Test
    void anIdIsReadBack() {
        EventId id = new EventId(1_775_023_200_000L, "a-b-c", 3);
        assertThat(EventId.parse(id.toString())).contains(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "1-2", "x-a-1", "1-a-x", "--", "99999999999999999999-a-1"})
    void whatIsNoIdIsNone(String word) {
        assertThat(EventId.parse(word)).isEmpty();
    }

    private void append(String id) {
        log.append(new LiveEvent(id, null, new byte[0]));
    }
}
