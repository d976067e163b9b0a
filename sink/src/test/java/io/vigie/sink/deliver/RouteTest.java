package io.vigie.sink.deliver;

import static io.vigie.sink.deliver.Stories.NOW;
import static io.vigie.sink.deliver.Stories.alert;
import static io.vigie.sink.deliver.Stories.theme;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.events.Alert;
import io.vigie.events.Alert.Status;
import io.vigie.events.AlertNotice;
import io.vigie.events.Surge;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteTest {

    private static List<Channel> channel(String keys) {
        return List.of(Stories.channel("{id: desk, kind: slack, url: 'http://h.example/'" + keys + "}"));
    }

    private static List<AlertNotice> notices(Alert alert, String keys) {
        return Notices.of(alert, channel(keys), NOW).stream()
                .map(AlertNotice.class::cast)
                .toList();
    }

    /** Of an alert with defence-industry 0.75, which is urgency 3, in French, of outlet-fr in FR. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                          | true",
                "', themes: [defence-industry]'              | true",
                "', themes: [ukraine-support]'               | false",
                "', minScore: 0.75'                          | true",
                "', minScore: 0.76'                          | false",
                "', urgency: 3'                              | true",
                "', urgency: 2'                              | false",
                "', languages: [fr, en]'                     | true",
                "', languages: [en]'                         | false",
                "', outlets: [outlet-fr]'                    | true",
                "', outlets: [other]'                        | false",
                "', countries: [FR]'                         | true",
                "', countries: [DE]'                         | false",
                "', themes: [defence-industry], minScore: 1' | false",
            })
    void tellsWhoWantsToKnow(String keys, boolean told) {
        assertThat(notices(alert("a"), keys)).hasSize(told ? 1 : 0);
    }

    @Test
    void tellsOfAThemeThatIsGoneWhoWantedItWithoutThemes() {
        Alert amended = alert("a", 2, Status.AMENDED, List.of(theme("china-concerns", 0.9)));

        assertThat(notices(amended, ", themes: [defence-industry]"))
                .singleElement()
                .satisfies(notice -> assertThat(notice.themes()).isEmpty());
        assertThat(notices(amended, ", themes: [ukraine-support]")).isEmpty();
        assertThat(notices(amended, ", themes: [china-concerns]"))
                .singleElement()
                .satisfies(notice -> assertThat(notice.themes()).hasSize(1));
    }

    @Test
    void tellsOfARetractionWhoWantedIt() {
        Alert retracted = alert("a", 2, Status.RETRACTED, List.of(theme("defence-industry", 0.75)));

        assertThat(notices(retracted, ", themes: [defence-industry]")).hasSize(1);
        assertThat(notices(retracted, ", themes: [ukraine-support]")).isEmpty();
    }

    @Test
    void aReplayOfOldAlertsTellsNobody() {
        Channel channel = Stories.slack();

        assertThat(Notices.of(alert("a"), List.of(channel), NOW.plus(Duration.ofHours(25))))
                .isEmpty();
    }

    /** Of a surge of ukraine-support in Japan. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                              | false",
                "', surges: true'                                | true",
                "', surges: true, themes: [ukraine-support]'     | true",
                "', surges: true, themes: [defence-industry]'    | false",
                "', surges: true, countries: [JP]'               | true",
                "', surges: true, countries: [FR]'               | false",
                "', surges: true, outlets: [outlet-fr]'          | false",
                "', surges: true, minScore: 1, languages: [fr]'  | true",
            })
    void tellsOfASurgeWhoWantsSurges(String keys, boolean told) {
        assertThat(Notices.of(Stories.surge(Surge.Phase.STARTED), channel(keys), NOW))
                .hasSize(told ? 1 : 0);
    }

    @Test
    void whoWantsACountryIsNotToldOfTheWholePress() {
        Surge everywhere = Stories.surge(null, null, Surge.Phase.STARTED);

        assertThat(Notices.of(everywhere, channel(", surges: true"), NOW)).hasSize(1);
        assertThat(Notices.of(everywhere, channel(", surges: true, countries: [JP]"), NOW))
                .isEmpty();
    }

    @Test
    void aSurgeOfYesterdayIsHistoryUnlessItHasJustEnded() {
        Instant tomorrow = NOW.plus(Duration.ofHours(22));

        assertThat(Notices.of(Stories.surge(Surge.Phase.STARTED), channel(", surges: true"), tomorrow))
                .isEmpty();
        assertThat(Notices.of(Stories.surge(Surge.Phase.ENDED), channel(", surges: true"), tomorrow))
                .hasSize(1);
    }
}
