package io.vigie.sink.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.events.Delivery;
import io.vigie.events.Delivery.State;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenMessagesTest {

    /** Lines as state/attempt; what is left open as state/attempt, or nothing. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "ATTEMPTED/1, ATTEMPTED/1",
                "ATTEMPTED/1 DELIVERED/1, -",
                "ATTEMPTED/1 REFUSED/1, -",
                "ATTEMPTED/1 DEFERRED/1, -",
                "ATTEMPTED/1 DOUBTFUL/1, DOUBTFUL/1",
                "ATTEMPTED/1 DOUBTFUL/1 ATTEMPTED/2, ATTEMPTED/2",
                "ATTEMPTED/1 DOUBTFUL/1 ATTEMPTED/2 DEFERRED/2, DOUBTFUL/1",
                "ATTEMPTED/1 DOUBTFUL/1 ATTEMPTED/2 DEFERRED/2 ATTEMPTED/2 DELIVERED/2, -",
                "ATTEMPTED/1 DOUBTFUL/1 ATTEMPTED/2 UNCONFIRMED/2, -",
                "ATTEMPTED/1 DEFERRED/1 ATTEMPTED/2 DEFERRED/2, -",
            })
    void keepsTheDoubtUntilItEnds(String lines, String open) {
        OpenMessages messages = new OpenMessages();
        for (String line : List.of(lines.split(" ", -1))) {
            messages.recall(line(line));
        }
        List<Delivery> left = messages.take();

        assertThat(left.stream()
                        .map(line -> line.state() + "/" + line.attempt())
                        .toList())
                .isEqualTo(open == null ? List.of() : List.of(open));
        assertThat(messages.take()).isEmpty();
    }

    private static Delivery line(String text) {
        String[] parts = text.split("/", 2);
        return new Delivery(
                "m",
                "desk",
                Delivery.Kind.ALERT,
                List.of("a/1"),
                List.of("s"),
                State.valueOf(parts[0]),
                Integer.parseInt(parts[1]),
                null,
                null,
                Stories.NOW,
                0,
                null);
    }
}
