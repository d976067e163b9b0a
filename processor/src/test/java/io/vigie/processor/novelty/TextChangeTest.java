package io.vigie.processor.novelty;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.events.Outlet;
import io.vigie.events.PressItem;
import io.vigie.events.PubStatus;
import io.vigie.events.RevisionDiff;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TextChangeTest {

    @Test
    void listsSentencesAddedAndRemovedAsPrinted() {
        RevisionDiff diff = TextChange.between(
                "Visite\nLe ministre est arrivé. Il a promis 40 canons. Il repart demain.",
                item("Visite officielle", "Le ministre est arrivé. Il a promis une aide. Il repart demain."));

        assertThat(diff.sentencesAdded()).containsExactly("Visite officielle", "Il a promis une aide.");
        assertThat(diff.sentencesRemoved()).containsExactly("Visite", "Il a promis 40 canons.");
        assertThat(diff.partial()).isFalse();
    }

    @Test
    void whatMovedOrIsACounterDidNotChange() {
        RevisionDiff diff = TextChange.between(
                "H\nUn.\nDeux.\n1 245 vues", item("H", "Deux.\n Un. \nMis à jour : 10/04/2025 16:06\n1 312 vues"));
        assertThat(diff.sentencesAdded()).isEmpty();
        assertThat(diff.sentencesRemoved()).isEmpty();
    }

    @Test
    void aSentenceSaidTwiceNowWasAdded() {
        assertThat(TextChange.between("H\nUn.", item("H", "Un.\nUn.")).sentencesAdded())
                .containsExactly("Un.");
    }

    @Test
    void splitsJapaneseWhereItEndsSentences() {
        RevisionDiff diff = TextChange.between("訪問\n大臣は到着した。会談した。", item("訪問", "大臣は到着した。支援を約束した。"));
        assertThat(diff.sentencesAdded()).containsExactly("支援を約束した。");
        assertThat(diff.sentencesRemoved()).containsExactly("会談した。");
    }

    @Test
    void countsWhatItDoesNotList() {
        String many =
                IntStream.range(0, 60).mapToObj(i -> "Sentence " + i + ".").collect(Collectors.joining("\n"));
        RevisionDiff diff = TextChange.between("H\n", item("H", many));
        assertThat(diff.sentencesAdded()).hasSize(RevisionDiff.LONGEST);
        assertThat(diff.moreAdded()).isEqualTo(20);
    }

    @Test
    void saysWhenTheOldTextIsNoLongerKept() {
        assertThat(TextChange.between(null, item("H", "Un.")).partial()).isTrue();
    }

    private static PressItem item(String headline, String body) {
        return new PressItem(
                "a",
                URI.create("https://outlet.example/a"),
                PubStatus.USABLE,
                headline,
                body,
                List.of(),
                "fr",
                null,
                null,
                new Outlet("o", "O", null),
                Map.of(),
                null,
                Instant.EPOCH);
    }
}
