package io.vigie.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.embedded.browser.Tab;
import io.vigie.events.Alert;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What the page shows of the past: earlier revisions, and the whole desk as it stood then. */
class DeskHistoryPageIT extends PageTesting {

    @Test
    void theChangesOfEveryRevisionAreShownTheNewestFirst() {
        Alert amended = day.get(ALERTS - 3);
        tab.go(house.at("/?view=why&id=" + amended.alertId()));
        tab.await("document.querySelectorAll('.change').length === 2");
        assertThat(tab.text("[...document.querySelectorAll('.change')].map(c => c.dataset.revision).join()"))
                .isEqualTo("3,2");
        assertThat(tab.text("document.querySelector('.change[data-revision=\"3\"]').textContent"))
                .contains("A spokesman confirmed the date", "The agency did not answer");
        assertThat(tab.is("document.querySelector('.change[data-revision=\"3\"] .chip[data-theme=defence-industry]')"))
                .as("a theme lost")
                .isTrue();
        assertThat(tab.is("document.querySelector('.change[data-revision=\"2\"] .chip[data-theme=defence-industry]')"))
                .as("which the revision before had gained")
                .isTrue();
        assertThat(tab.text("document.querySelector('.change[data-revision=\"2\"] del').textContent"))
                .isEqualTo("An earlier version gave the sum as 1.1 billion.");
        assertThat(tab.is("document.querySelector('.change[data-revision=\"2\"] ins')"))
                .isTrue();

        tab.go(house.at("/?view=story&id=" + amended.storyId()));
        tab.await("document.querySelector('.reports details .change[data-revision=\"2\"] del')");
        assertThat(tab.number("document.querySelectorAll('.reports .change').length"))
                .isEqualTo(2);
    }

    @Test
    void theAddressHoldsAPastMomentAndNothingNewIsShown() throws Exception {
        Alert amended = day.get(ALERTS - 3);
        String moment = json("/api/alerts/" + amended.alertId())
                .path("history")
                .get(1)
                .path("detectedAt")
                .asText();
        tab.go(house.at("/?as-of=" + moment));
        tab.await("document.getElementById('a-" + amended.alertId() + "')");
        assertThat(tab.text("document.querySelector('#a-" + amended.alertId() + " .status').textContent"))
                .as("amended once by then, twice by now")
                .contains("r2");
        assertThat(tab.is(
                        "document.querySelector('.as-of a') && document.querySelector('input[type=search]').disabled"))
                .isTrue();
        tab.await("document.querySelector('.live').dataset.state === 'live'");
        String id = "after-" + System.nanoTime();
        try (Tab present = browser.tab()) {
            present.go(house.at("/"));
            present.await("document.querySelector('.live').dataset.state === 'live'");
            house.publish(new PressDay(Instant.now(), 1).titled(id, "Later than that", Instant.now()));
            present.await("document.getElementById('a-" + id + "')");
        }
        assertThat(tab.is("document.getElementById('a-" + id + "')")).isFalse();
        tab.run("document.querySelector('#a-" + amended.alertId() + " .act').click()");
        tab.await("document.querySelector('.column.why .as-of')");
        assertThat(tab.text("document.querySelector('.column.why').textContent"))
                .contains("its text and evidence are not");
        tab.run("history.back()");
        tab.await("document.querySelector('.filters .as-of a')");
        tab.run("document.querySelector('.filters .as-of a').click()");
        tab.await("location.search === '' && document.getElementById('a-" + id + "')");
    }

    @Test
    void aMomentIsChosenInAField() {
        now();
        assertThat(tab.number("document.querySelector('.filters .as-of').offsetHeight"))
                .as("the present has no banner")
                .isZero();
        tab.run("{ const m = document.querySelector('input[name=as-of]'); m.value = '2020-01-01T10:00';"
                + " m.dispatchEvent(new Event('change')); }");
        tab.await("new URLSearchParams(location.search).get('as-of') === new Date('2020-01-01T10:00').toISOString()");
        tab.await("document.querySelector('.empty') && " + CARDS + " === 0");
    }
}
