package io.vigie.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is pushed to those who listen. */
class DeskLiveIT extends DeskTesting {

    @Test
    void pushesWhatCanBeFoundAndResumes() throws Exception {
        PressDay press = new PressDay(Instant.now(), 1);
        String first;
        try (EventReader reader = EventReader.open(HTTP, house.at("/api/events"), null)) {
            patiently().until(() -> reader.heard("hello"));
            house.publish(press.titled("pushed-1", "First", Instant.now()));
            patiently().until(() -> ids(reader).contains("pushed-1"));
            assertThat(get("/api/alerts/pushed-1").statusCode())
                    .as("what is pushed is found")
                    .isEqualTo(200);
            first = reader.alerts().get(ids(reader).indexOf("pushed-1")).id();
        }
        house.publish(press.titled("pushed-2", "Second", Instant.now()));
        patiently().until(() -> get("/api/alerts/pushed-2").statusCode() == 200);
        try (EventReader reader = EventReader.open(HTTP, house.at("/api/events"), first)) {
            patiently().until(() -> ids(reader).contains("pushed-2"));
            assertThat(ids(reader)).doesNotContain("pushed-1");
        }
        try (DeskServer other = house.another(null);
                EventReader reader = EventReader.open(HTTP, other.uri().resolve("/api/events"), first)) {
            patiently().until(() -> ids(reader).contains("pushed-2"));
        }
    }

    @Test
    void aStreamTakesFiltersThatItCanDecide() throws Exception {
        try (EventReader reader = EventReader.open(HTTP, house.at("/api/events?theme=china-concerns"), null)) {
            patiently().until(() -> reader.heard("hello"));
            PressDay press = new PressDay(Instant.now(), 1);
            house.publish(press.titled("other-theme", "Powder", Instant.now()));
            house.publish(press.alert(802, Instant.now())); // the third event: China
            patiently().until(() -> ids(reader).contains("item-802"));
            assertThat(ids(reader)).doesNotContain("other-theme");
        }
        assertThat(get("/api/events?q=radar").statusCode()).isEqualTo(400);
    }

    private static List<String> ids(EventReader reader) {
        return reader.alerts().stream()
                .map(event -> event.id()
                        .substring(event.id().indexOf('-') + 1, event.id().lastIndexOf('-')))
                .toList();
    }
}
