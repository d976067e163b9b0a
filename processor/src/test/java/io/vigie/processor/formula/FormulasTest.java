package io.vigie.processor.formula;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.events.FormulaChange;
import io.vigie.events.Outlet;
import io.vigie.events.PressItem;
import io.vigie.events.PubStatus;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FormulasTest {

    private static final Instant DAY = Instant.parse("2025-04-09T10:00:00Z");
    private static final String FORMULA = "status-quo-by-force";

    private final Formulas formulas = Formulas.shipped();
    private @Nullable FormulaState state;
    private int day;

    @Test
    void tellsTheFirstUseOnce() {
        assertThat(read("fr", "Ils refusent les tentatives unilatérales de modifier le statu quo par la force en mer."))
                .extracting(FormulaChange::kind)
                .containsExactly(FormulaChange.Kind.FIRST);
        assertThat(read("fr", "Toute tentative unilatérale de modifier le statu quo par la force est rejetée."))
                .isEmpty();
    }

    @Test
    void tellsAnAlterationWithBeforeAndAfter() {
        read("fr", "Non aux tentatives unilatérales de modifier le statu quo par la force.");
        List<FormulaChange> changes = read("fr", "Non aux tentatives de modifier le statu quo par la contrainte.");

        assertThat(changes).extracting(FormulaChange::kind).containsExactly(FormulaChange.Kind.ALTERED);
        FormulaChange change = changes.get(0);
        assertThat(change.before()).isNotNull();
        assertThat(change.before().sentence()).contains("unilatérales");
        assertThat(change.after().sentence()).contains("contrainte");
    }

    @Test
    void tellsALossOnceUntilThePhraseIsBack() {
        String silent = "Les navires ont croisé en mer de Chine orientale.\nLa mer de Chine méridionale reste calme.";
        assertThat(read("fr", silent)).isEmpty();
        read("fr", "Non aux tentatives unilatérales de modifier le statu quo par la force.");

        assertThat(read("fr", silent)).extracting(FormulaChange::kind).containsExactly(FormulaChange.Kind.DROPPED);
        assertThat(read("fr", silent)).isEmpty();
        assertThat(read("fr", "Non aux tentatives unilatérales de modifier le statu quo par la force."))
                .isEmpty();
        assertThat(read("fr", silent)).hasSize(1);
    }

    @Test
    void aPassingMentionOfTheMatterDropsNothing() {
        read("fr", "Non aux tentatives unilatérales de modifier le statu quo par la force.");
        assertThat(read("fr", "Un typhon traverse la mer de Chine orientale.")).isEmpty();
    }

    @Test
    void readsLanguagesWithoutBlanks() {
        assertThat(read("ja", "大臣は力による一方的な現状変更の試みに強く反対すると述べた。"))
                .extracting(FormulaChange::kind)
                .containsExactly(FormulaChange.Kind.FIRST);
    }

    @Test
    void articlesAndPrepositionsAreNoTraceOfAPhrase() {
        assertThat(formulas.in(item("en", "It is the one depot for as many barrels as it can hold."), 1, "en", DAY))
                .isEmpty();
        assertThat(formulas.in(item("en", "We stand by them for as long as that takes."), 1, "en", DAY))
                .extracting(FormulaSighting::wording)
                .containsExactly("for as long as that take");
    }

    @Test
    void anOlderItemSaysNothingAboutAChange() {
        read("fr", "Non aux tentatives unilatérales de modifier le statu quo par la force.");
        day = -10;
        assertThat(read("fr", "Non aux tentatives de modifier le statu quo par la contrainte."))
                .isEmpty();
    }

    private List<FormulaChange> read(String language, String body) {
        PressItem item = item(language, body);
        List<FormulaChange> changes = new ArrayList<>();
        formulas.in(item, 1, language, item.detectedAt()).stream()
                .filter(sighting -> sighting.formula().equals(FORMULA))
                .forEach(sighting -> {
                    FormulaStep.Outcome outcome = FormulaStep.take(state, sighting);
                    state = outcome.state();
                    outcome.change().ifPresent(changes::add);
                });
        return changes;
    }

    private PressItem item(String language, String body) {
        Instant at = DAY.plusSeconds(86_400L * day++);
        return new PressItem(
                "i" + day,
                URI.create("https://outlet.example/" + day),
                PubStatus.USABLE,
                "Communiqué",
                body,
                List.of(),
                language,
                at,
                null,
                new Outlet("o", "O", "FR"),
                Map.of(),
                null,
                at);
    }
}
