package io.vigie.processor.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClusterLineTest {

    private final ClusterLine cluster = new ClusterLine(StorySettings.defaults(), new Fingerprinter());

    @Test
    void answersInTheOrderOfTheLines() {
        cluster.take("""
                {"id":"late","title":"Navalis sells frigates to Oslo","text":"Ingrid Solheim signed for four frigates, 3.2 billion euros, to be built by Navalis in Lorient.","published":"2026-03-05"}""");
        cluster.take("""
                {"id":"other","title":"Streik in Le Havre","text":"Die Hafenarbeiter streiken gegen die Rentenreform.","language":"de"}""");
        cluster.take("""
                {"id":"early","title":"Navalis wins frigates order","text":"Minister Ingrid Solheim signed for four frigates, 3.2 billion euros, built by Navalis in Lorient.","published":"2026-03-04T10:00:00Z"}""");

        assertThat(cluster.answers())
                .containsExactly(
                        "{\"id\":\"late\",\"storyId\":\"early\"}",
                        "{\"id\":\"other\",\"storyId\":\"other\"}",
                        "{\"id\":\"early\",\"storyId\":\"early\"}");
    }

    @Test
    void answersALineThatIsNoItemWithAnErrorAndGoesOn() {
        cluster.take("not json");
        cluster.take("null");
        cluster.take("{\"title\":\"without an id\"}");
        cluster.take("{\"id\":\"7\",\"published\":\"yesterday\"}");

        assertThat(cluster.answers()).hasSize(4);
        assertThat(cluster.answers().subList(0, 3))
                .allSatisfy(line -> assertThat(line).startsWith("{\"error\":"));
        assertThat(cluster.answers().get(3)).isEqualTo("{\"id\":\"7\",\"storyId\":\"7\"}");
    }
}
