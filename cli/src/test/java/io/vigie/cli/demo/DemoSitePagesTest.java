package io.vigie.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** What its pages say, and how each outlet makes its own. */
class DemoSitePagesTest extends DemoSiteTesting {

    @Test
    void saysEveryTextOnItsPage() {
        site.publishAll();
        for (DemoItem item : press.items().values()) {
            Document page = reader.html(address(item));
            assertThat(page.text()).as(item.id()).contains(normal(item.headline()));
            item.paragraphs()
                    .forEach(text -> assertThat(page.text()).as(item.id()).contains(normal(text)));
            assertThat(page.expectFirst("html").attr("lang")).as(item.id()).startsWith(item.language());
        }
    }

    @Test
    void givesEachOutletAPageOfItsOwnMake() {
        site.publishAll();
        Set<String> shapes = new HashSet<>();
        for (DemoOutlet outlet : press.outlets().values()) {
            DemoItem item = press.items().values().stream()
                    .filter(i -> i.outlet().equals(outlet.id()))
                    .findFirst()
                    .orElseThrow();
            Document page = reader.html(address(item));
            shapes.add(page.body().getAllElements().stream()
                    .map(element -> element.tagName() + "." + element.className())
                    .distinct()
                    .toList()
                    .toString());
        }
        assertThat(shapes).hasSize(press.outlets().size());
    }

    @Test
    void statesPublicationInWhatAMachineReads() {
        site.publishAll();
        assertThat(reader.html(page("wire-front-night"))
                        .expectFirst("script[type=application/ld+json]")
                        .data())
                .contains("\"datePublished\":\"2026-04-09T12:05:09.25Z\"");
        assertThat(reader.html(page("rugby-armes")).expectFirst("time").attr("datetime"))
                .isEqualTo("2026-04-09T14:05:09.25+02:00");
        assertThat(reader.html(page("sanciones-flota")).text()).contains("Madrid, 9 de abril de 2026");
    }

    @Test
    void linksEditionsToEachOther() {
        site.publishAll();
        for (String id : List.of("alliance-yokohama-visit", "visite-yokohama")) {
            assertThat(reader.html(page(id)).select("link[rel=alternate][hreflang]"))
                    .extracting(link -> link.attr("hreflang") + " " + link.attr("href"))
                    .containsExactlyInAnyOrder(
                            "en " + page("alliance-yokohama-visit"), "fr " + page("visite-yokohama"));
        }
    }

    @Test
    void answersInTheCharsetThatItDeclares() {
        site.publishAll();
        HttpResponse<byte[]> page = reader.get(page("sanciones-flota"));
        assertThat(Reader.charset(page).name()).isEqualTo("windows-1252");
        assertThat(page.body()).contains((byte) 0xF1);
    }

    private static String normal(String text) {
        return String.join(" ", Arrays.asList(text.split("\\s+")));
    }
}
