package io.vigie.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** What is told beside the alerts: stories, counts, sources, the brief. */
class DeskViewsIT extends DeskTesting {

    @Test
    void tellsAStoryWithItsDivergences() throws Exception {
        JsonNode story = json("/api/stories/" + day.get(ALERTS - 1).storyId());
        assertThat(story.path("reports").size())
                .isEqualTo(story.path("alerts").size())
                .isGreaterThan(1);
        assertThat(story.path("divergences")).hasSize(1);
        assertThat(get("/api/stories/nothing").statusCode()).isEqualTo(404);
    }

    @Test
    void countsAndMarksSurges() throws Exception {
        JsonNode coverage = json("/api/coverage?since=7d&slot=6h");
        assertThat(coverage.path("slots")).isNotEmpty();
        assertThat(coverage.path("surges")).hasSize(1);
        assertThat(get("/api/coverage?since=3000d&slot=1m").statusCode()).isEqualTo(400);
    }

    @Test
    void tellsHowWellSourcesAreSeen() throws Exception {
        JsonNode sources = json("/api/sources").path("sources");
        assertThat(sources).hasSize(12);
        assertThat(sources.get(0).path("state").asText()).isEqualTo("blind");
        assertThat(sources.get(0).path("slots")).hasSize(96);
    }

    @Test
    void makesTheBriefInEveryForm() throws Exception {
        assertThat(json("/api/brief?since=7d").path("themes")).hasSizeGreaterThan(1);
        assertThat(get("/api/brief?format=md&language=fr").body()).startsWith("# Veille de presse");
        assertThat(get("/api/brief?format=pdf-ready").body()).contains("class=\"paper\"", "@page");
        assertThat(get("/api/brief?format=doc").statusCode()).isEqualTo(400);
    }
}
