package io.vigie.processor.novelty;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.events.Novelty;
import io.vigie.events.Outlet;
import io.vigie.events.PressItem;
import io.vigie.events.PubStatus;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoveltyStepTest {

    private static final Instant SEEN = Instant.parse("2025-04-09T10:00:00Z");
    private static final String BODY = "Le ministre a reçu son homologue. Ils ont signé un accord à 2 %.";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Le ministre a reçu son homologue. Ils ont signé un accord à 2 %.                               | DUPLICATE
                    Le ministre a reçu  son homologue.  Ils ont signé un accord à 2 %.                             | DUPLICATE
                    Le ministre a reçu son homologue. Ils ont signé un accord à 2 %.\\n1 245 vues                  | DUPLICATE
                    Le ministre a reçu son homologue. Ils ont signé un accord à 2 %.\\nMis à jour le 10/04/2025    | DUPLICATE
                    Le ministre a reçu son homologue. Ils ont signé un accord à 5 %.                               | REVISION
                    Le ministre a reçu son homologue.                                                              | REVISION
                    Le ministre a reçu son homologue. Ils ont signé un accord à 2 %.\\nLa France livrera 6 radars. | REVISION
                    """)
    void onlySubstanceMakesARevision(String later, Novelty expected) {
        KnownItem known = NoveltyStep.judge(null, item(BODY)).known();
        NoveltyStep.Verdict verdict = NoveltyStep.judge(known, item(later.replace("\\n", "\n")));
        assertThat(verdict.novelty()).isEqualTo(expected);
        assertThat(verdict.known().revision()).isEqualTo(expected == Novelty.REVISION ? 2 : 1);
    }

    @Test
    void aPageThatComesBackIsARevision() {
        KnownItem first = NoveltyStep.judge(null, item(BODY)).known();
        NoveltyStep.Verdict withdrawn = NoveltyStep.judge(first, item(BODY).withdrawn(SEEN));
        assertThat(withdrawn.novelty()).isEqualTo(Novelty.WITHDRAWN);
        assertThat(NoveltyStep.judge(withdrawn.known(), item(BODY)).novelty()).isEqualTo(Novelty.REVISION);
    }

    @Test
    void staysFiledWhereItsFirstRevisionWas() {
        PressItem undated = item(BODY);
        KnownItem known = NoveltyStep.judge(null, undated).known();
        assertThat(known.filedAt()).isEqualTo(SEEN);
        assertThat(NoveltyStep.judge(known, item("Autre chose.")).known().filedAt())
                .isEqualTo(SEEN);
    }

    private static PressItem item(String body) {
        return new PressItem(
                "a",
                URI.create("https://outlet.example/a"),
                PubStatus.USABLE,
                "Accord",
                body,
                List.of(),
                "fr",
                null,
                null,
                new Outlet("outlet", "Outlet", null),
                Map.of(),
                null,
                SEEN);
    }
}
