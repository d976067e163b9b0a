package io.vigie.desk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vigie.embedded.browser.Tab;
import io.vigie.events.Alert;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the page shows and obeys. */
class DeskPageIT extends PageTesting {

    /** A number whose alert {@link PressDay} lets a Japanese outlet tell. */
    private static final int TOLD_IN_JAPAN = 977;

    private static final int FLOOD = 25;

    private static final String TWO_FRAMES =
            "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done())))";

    private static final Path PICTURES = Path.of("target", "screenshots");

    @Test
    void anAlertAppearsWithoutReload() {
        now();
        String id = "live-" + System.nanoTime();
        house.publish(new PressDay(Instant.now(), 1).titled(id, "Harbour closed by ice", Instant.now()));
        tab.await("document.getElementById('a-" + id + "')");
        assertThat(tab.text("document.querySelector('.card').id")).as("on top").isEqualTo("a-" + id);
    }

    /** Among the first, and after a leap to where nothing was laid out yet. */
    @ParameterizedTest
    @ValueSource(ints = {900, 3_500, 5_000})
    void whatIsReadStaysWhereItIsWhileOthersArrive(int place) {
        now();
        tab.run("scrollTo(0, " + place + ")");
        tab.run(TWO_FRAMES);
        tab.run("window.read = document.elementFromPoint(innerWidth / 3, innerHeight / 2).closest('.card');"
                + " window.top0 = window.read.getBoundingClientRect().top");
        String id = "above-" + System.nanoTime();
        for (int i = 0; i < 5; i++) {
            house.publish(new PressDay(Instant.now(), 1).titled(id + i, "Ferry " + i + " delayed", Instant.now()));
        }
        for (int i = 0; i < 5; i++) {
            tab.await("document.getElementById('a-" + id + i + "')");
        }
        tab.run(TWO_FRAMES);
        assertThat(tab.number("Math.round(Math.abs(window.read.getBoundingClientRect().top - window.top0))"))
                .isLessThanOrEqualTo(2);
        assertThat(tab.is("document.getElementById('a-" + id + "0').getBoundingClientRect().bottom < 0"))
                .isTrue();
    }

    /** More than lie together, so that they come to lie in several places. */
    @Test
    void aFloodStaysInOrderAndTheKeyboardGoesThroughAllOfIt() {
        now();
        String id = "flood-" + System.nanoTime() + "-";
        Instant began = Instant.now();
        for (int i = 0; i < FLOOD; i++) {
            house.publish(new PressDay(Instant.now(), 1).titled(id + i, "Wave " + i, began.plusMillis(i)));
        }
        tab.await("document.querySelectorAll('[id^=a-" + id + "]').length === " + FLOOD);
        assertThat(tab.text("[...document.querySelectorAll('[id^=a-" + id + "] h3')].map(h => h.textContent).join()"))
                .isEqualTo(IntStream.range(0, FLOOD)
                        .mapToObj(i -> "Wave " + (FLOOD - 1 - i))
                        .collect(Collectors.joining(",")));
        for (int i = 0; i < FLOOD; i++) {
            tab.press("j");
        }
        tab.await("document.querySelector('.card[aria-current]').id === 'a-" + id + "0'");
        assertThat(tab.is("document.querySelectorAll('.card').length"
                        + " === new Set([...document.querySelectorAll('.card')].map(card => card.id)).size"))
                .isTrue();
    }

    /** The figure is printed, not asserted: a machine that does other things besides would fail it. */
    @Test
    void saysHowLongAfterBeingIndexedAnAlertAppears() {
        now();
        String id = "quick-" + System.nanoTime();
        tab.run("window.appeared = null; new MutationObserver(() => {"
                + " if (!window.appeared && document.getElementById('a-" + id + "')) window.appeared = Date.now(); })"
                + ".observe(document.querySelector('.list'), {childList: true, subtree: true})");
        house.publish(new PressDay(Instant.now(), 1).titled(id, "Ice breaker on its way", Instant.now()));
        tab.await("window.appeared");
        long indexed = Instant.parse(
                        tab.text("fetch('/api/alerts/" + id + "').then(r => r.json()).then(a => a.event.ingested)"))
                .toEpochMilli();
        long took = tab.number("window.appeared") - indexed;
        System.out.println("on the page " + took + " ms after it was written to the index");
        assertThat(took).isPositive();
    }

    @Test
    void filtersLiveInTheAddressAndBack() {
        now();
        tab.await("document.querySelector('option[value=china-concerns]')");
        tab.run("{ const s = document.querySelector('select[name=theme]'); s.value = 'china-concerns';"
                + " s.dispatchEvent(new Event('change')); }");
        tab.await("location.search === '?theme=china-concerns'");
        tab.await(CARDS
                + " > 0 && [...document.querySelectorAll('.card')].every(c =>"
                + " c.querySelector('.chip[data-theme=china-concerns]'))");
        tab.run("history.back()");
        tab.await("[...document.querySelectorAll('.card')].some(c =>"
                + " !c.querySelector('.chip[data-theme=china-concerns]'))");
    }

    @Test
    void aSharedAddressShowsTheSameAndMarksWhatWasSearchedFor() {
        tab.go(house.at("/?q=fregates&language=fr"));
        tab.await("document.querySelector('.card mark')");
        assertThat(tab.text("document.querySelector('input[type=search]').value"))
                .isEqualTo("fregates");
        assertThat(tab.text("document.querySelector('.card h3 mark').textContent"))
                .isEqualTo("frégates");
    }

    @Test
    void whatDoesNotPassTheFilterDoesNotAppear() {
        tab.go(house.at("/?country=JP"));
        tab.await(CARDS + " > 0");
        tab.await("document.querySelector('.live').dataset.state === 'live'");
        String id = "elsewhere-" + System.nanoTime();
        house.publish(new PressDay(Instant.now(), 1).titled(id, "Not from Japan", Instant.now()));
        house.publish(new PressDay(Instant.now(), 1).alert(TOLD_IN_JAPAN, Instant.now()));
        tab.await("document.getElementById('a-item-" + TOLD_IN_JAPAN + "')");
        assertThat(tab.is("document.getElementById('a-" + id + "')")).isFalse();
    }

    @Test
    void theKeyboardMovesSearchesAndHelps() {
        now();
        tab.press("j");
        tab.press("j");
        tab.await("document.querySelector('.card[aria-current]') === document.querySelectorAll('.card')[1]");
        tab.press("k");
        tab.await("document.querySelector('.card[aria-current]') === document.querySelectorAll('.card')[0]");
        tab.await("document.querySelector('.side .headline')");
        tab.press("/");
        tab.await("document.activeElement.name === 'q'");
        tab.write("jjj");
        assertThat(tab.text("document.activeElement.value"))
                .as("typed, not obeyed")
                .isEqualTo("jjj");
        tab.press("Escape");
        tab.press("?");
        tab.await("document.querySelector('dialog[open]')");
    }

    @Test
    void aStoryTellsWhoSaidWhat() {
        tab.go(house.at("/?view=story&id=" + day.get(ALERTS - 1).storyId()));
        tab.await("document.querySelectorAll('.reports > li').length > 1");
        assertThat(tab.is("document.querySelector('.divergence blockquote')")).isTrue();
        assertThat(tab.text("document.querySelector('.place').textContent")).isEqualTo("first");
    }

    @Test
    void whyShowsTheReckoning() {
        Alert amended = day.get(ALERTS - 3);
        tab.go(house.at("/?view=why&id=" + amended.alertId()));
        tab.await("document.querySelector('.facts')");
        String text = tab.text("document.querySelector('main').textContent");
        assertThat(text).contains(amended.provenance().sha256(), amended.ruleset(), "vigie.press-items · ");
        assertThat(tab.is("document.querySelector('.text mark')"))
                .as("evidence in the whole text")
                .isTrue();
    }

    @Test
    void aDecisionIsSavedAndSeenByOthers() {
        String id = day.get(ALERTS - 2).alertId();
        try (Tab other = browser.tab()) {
            other.look(1440, 900, false);
            other.go(house.at("/"));
            other.await("document.querySelector('.live').dataset.state === 'live' && document.getElementById('a-" + id
                    + "')");
            tab.go(house.at("/?view=why&id=" + id));
            tab.await("document.querySelector('input[name=who]')");
            tab.run("document.querySelector('input[name=who]').value = 'A. Martin'");
            tab.run("document.querySelector('.verdict-relevant').click()");
            tab.await("document.querySelector('.past li')");
            other.await("document.getElementById('a-" + id + "').dataset.triage === 'relevant'");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<img src=x onerror=\"window.broken = 1\">",
                "<script>window.broken = 1</script>",
                "\"><svg onload=window.broken=1>",
                "javascript:window.broken=1"
            })
    void aHeadlineIsTextWhateverItSays(String headline) {
        now();
        String id = "inert-" + System.nanoTime();
        house.publish(new PressDay(Instant.now(), 1).titled(id, headline, Instant.now()));
        tab.await("document.getElementById('a-" + id + "')");
        assertThat(tab.text("document.querySelector('#a-" + id + " h3').textContent"))
                .isEqualTo(headline);
        assertThat(tab.number("document.querySelectorAll('#a-" + id + " :is(img, script, svg)').length"))
                .isZero();
        tab.go(house.at("/?view=why&id=" + id));
        tab.await("document.querySelector('.facts')");
        assertThat(tab.is("window.broken")).isFalse();
    }

    @Test
    void linksThatLeaveTellNothingAndLeadToTheWebOnly() {
        now();
        assertThat(tab.is("[...document.querySelectorAll('.card h3 a')].every(a => /^https?:$/.test(a.protocol)"
                        + " && a.rel === 'noopener noreferrer')"))
                .isTrue();
    }

    @Test
    void speaksFrenchWhenAsked() {
        now();
        tab.run("{ const s = document.querySelector('.tools select'); s.value = 'fr'; s.dispatchEvent(new"
                + " Event('change')); }");
        tab.await("document.documentElement.lang === 'fr' && document.querySelector('nav a').textContent === 'Direct'");
    }

    @ParameterizedTest
    @CsvSource({
        "now, /, false", "now, /, true", "pulse, /?view=pulse, false", "watch, /?view=watch, false",
                "triage, /?view=triage, true",
        "brief, /?view=brief, false", "brief, /?view=brief, true", "why, why, false", "why, why, true",
                "story, story, false"
    })
    void isAccessible(String name, String path, boolean dark) throws IOException {
        tab.look(name.equals("now") ? 390 : 1440, 900, dark);
        tab.go(house.at(address(path)));
        tab.await("document.querySelector('main h1') && !document.querySelector('[aria-busy]')");
        tab.run("new Promise(done => setTimeout(done, 300))");
        tab.run(axe() + "; 0");
        JsonNode violations =
                tab.run("axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'best-practice']}).then(r =>"
                        + " r.violations.filter(v => ['serious', 'critical'].includes(v.impact)).map(v => v.id + ': ' +"
                        + " v.nodes.slice(0, 3).map(n => n.html + ' ' + n.any.map(a => a.message)).join(' | ')))");
        assertThat(violations).isEmpty();
    }

    private static String address(String path) {
        Alert last = day.get(ALERTS - 3);
        return switch (path) {
            case "why" -> "/?view=why&id=" + last.alertId();
            case "story" -> "/?view=story&id=" + last.storyId();
            default -> path;
        };
    }

    @Test
    void theFirstViewIsSmall() {
        now();
        tab.run("new Promise(done => setTimeout(done, 1000))");
        long took = tab.number("performance.timing.domContentLoadedEventEnd - performance.timing.navigationStart");
        System.out.println("first view: " + tab.bytes() + " bytes, DOM ready after " + took + " ms");
        assertThat(tab.bytes()).isLessThan(300_000);
    }

    @Test
    void picturesAreKept() throws IOException {
        DeskPictures.take(browser, house.at("/"), PICTURES, "now");
        DeskPictures.take(browser, house.at("/?view=watch"), PICTURES, "watch");
        assertThat(PICTURES.resolve("now-wall-dark.png")).exists();
    }

    private static String axe() throws IOException {
        try (InputStream in =
                DeskPageIT.class.getResourceAsStream("/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js")) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }
}
