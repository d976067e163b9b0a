package io.vigie.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigie.events.SourceDefinition;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** When the local press publishes, what it declares to be watched, and when it stops. */
class DemoSiteTest extends DemoSiteTesting {

    @Test
    void publishesAFewItemsAtATimeInAFixedOrder() {
        assertThat(site.published()).isEmpty();
        int moments = 0;
        Set<URI> before = new HashSet<>();
        while (site.publishNext()) {
            assertThat(site.published()).containsAll(before).hasSizeBetween(before.size() + 1, before.size() + 4);
            before = site.published();
            moments++;
        }
        assertThat(moments).isEqualTo(press.schedule().size());
        assertThat(site.published()).hasSize(site.expectations().items().size());
    }

    @Test
    void knowsNoPageBeforeItIsPublished() {
        URI page = page("amber-tide");
        assertThat(reader.get(page).statusCode()).isEqualTo(404);
        site.publishAll();
        assertThat(reader.get(page).statusCode()).isEqualTo(200);
    }

    @Test
    void declaresSourcesThatStandOnLoopbackWithAHostEach() {
        List<SourceDefinition> sources = site.sources();
        assertThat(sources).hasSize(press.outlets().size()).allMatch(SourceDefinition::allowPrivate);
        assertThat(sources.stream().map(source -> source.url().getAuthority()).distinct())
                .hasSameSizeAs(sources);
        sources.forEach(
                source -> assertThat(reader.get(source.url()).statusCode()).isEqualTo(200));
    }

    @Test
    void linksEveryOutletFromTheKiosk() {
        assertThat(reader.html(site.base()).select("li a").eachAttr("href"))
                .containsExactlyElementsOf(press.outlets().values().stream()
                        .map(outlet -> base(outlet).toString())
                        .toList());
    }

    @Test
    void datesEveryPageForWhoeverMeasures() {
        site.publishAll();
        assertThat(site.publishedAt()).containsKeys(site.published().toArray(URI[]::new));
        assertThat(site.publishedAt().values()).containsOnly(NOW);
    }

    @Test
    void stopsListeningWhenClosed() {
        URI base = site.base();
        site.close();
        assertThatThrownBy(() -> HttpClient.newHttpClient()
                        .send(HttpRequest.newBuilder(base).build(), HttpResponse.BodyHandlers.discarding()))
                .isInstanceOf(ConnectException.class);
    }
}
