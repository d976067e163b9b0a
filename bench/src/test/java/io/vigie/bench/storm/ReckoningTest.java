package io.vigie.bench.storm;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.bench.storm.Reckoning.Line;
import io.vigie.bench.storm.Reckoning.Seen;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReckoningTest {

    private static final Map<String, Set<String>> EXPECTED =
            Map.of("a", Set.of("ukraine-support"), "b", Set.of("china-concerns"));

    @Test
    void addsUpWhenEverythingIsThereOnce() {
        Line line = account(new Seen("b", Set.of("china-concerns")), new Seen("a", Set.of("ukraine-support")));

        assertThat(line.isRight()).isTrue();
        assertThat(line.expected()).isEqualTo(2);
        assertThat(line.found()).isEqualTo(2);
    }

    @Test
    void namesWhatIsLost() {
        Line line = account(new Seen("a", Set.of("ukraine-support")));

        assertThat(line.isRight()).isFalse();
        assertThat(line.lost()).containsExactly("b");
    }

    @Test
    void namesWhatIsThereTwice() {
        Line line = account(
                new Seen("a", Set.of("ukraine-support")),
                new Seen("b", Set.of("china-concerns")),
                new Seen("a", Set.of("ukraine-support")));

        assertThat(line.isRight()).isFalse();
        assertThat(line.twice()).containsExactly("a");
    }

    @Test
    void namesWhatHasOtherThemesOrShouldNotBe() {
        Line line = account(
                new Seen("a", Set.of("ukraine-support", "china-concerns")),
                new Seen("b", Set.of("china-concerns")),
                new Seen("c", Set.of()));

        assertThat(line.isRight()).isFalse();
        assertThat(line.wrong()).containsExactly("a", "c");
    }

    private static Line account(Seen... found) {
        return Reckoning.line("alerts", EXPECTED, List.of(found));
    }
}
