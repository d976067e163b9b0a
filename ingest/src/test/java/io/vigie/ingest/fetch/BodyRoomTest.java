package io.vigie.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BodyRoomTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    @Test
    void givesAPlaceToWhoeverWaitsWhenAnotherIsDone() throws Exception {
        BodyRoom room = BodyRoom.places(1);
        BodyRoom.Share first = room.new Share();
        first.take(LONG);
        first.take(LONG); // once is enough

        CompletableFuture<Void> second = CompletableFuture.runAsync(() -> {
            try (BodyRoom.Share share = room.new Share()) {
                share.take(LONG);
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        assertThat(second).isNotDone();
        first.close();
        first.close();

        second.get(30, TimeUnit.SECONDS);
    }

    @Test
    void refusesWhenThePlacesStayTaken() throws Exception {
        BodyRoom room = BodyRoom.places(1);
        try (BodyRoom.Share first = room.new Share();
                BodyRoom.Share second = room.new Share()) {
            first.take(LONG);

            assertThatExceptionOfType(FetchException.class)
                    .isThrownBy(() -> second.take(Duration.ofMillis(1)))
                    .returns(FetchFailure.NO_ROOM, FetchException::failure);
        }
        try (BodyRoom.Share third = room.new Share()) {
            third.take(Duration.ZERO);
        }
    }

    @Test
    void takesAnEighthOfTheHeap() throws Exception {
        BodyRoom room = BodyRoom.of(1L << 30, 8L << 20);
        for (int i = 0; i < 8; i++) {
            room.new Share().take(Duration.ZERO);
        }

        assertThatExceptionOfType(FetchException.class).isThrownBy(() -> room.new Share().take(Duration.ZERO));
    }
}
