package io.vigie.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class RevisionDiffTest {

    private static final String LONG = "x".repeat(1_500);

    @Test
    void aShortOneStaysAsItIs() {
        RevisionDiff diff =
                new RevisionDiff(List.of("a"), List.of("b", "c"), 0, 2, List.of("gained"), List.of("lost"), false);
        assertThat(diff.shortened()).isEqualTo(diff);
    }

    @Test
    void aLongOneKeepsTheFirstSentencesAndCountsTheOthers() {
        RevisionDiff diff = new RevisionDiff(
                Collections.nCopies(RevisionDiff.LONGEST, LONG),
                List.of("b"),
                7,
                0,
                List.of("gained"),
                List.of(),
                false);
        RevisionDiff shortened = diff.shortened();
        assertThat(shortened.sentencesAdded()).containsExactly(LONG, LONG);
        assertThat(shortened.moreAdded()).isEqualTo(RevisionDiff.LONGEST - 2 + 7);
        assertThat(shortened.sentencesRemoved()).containsExactly("b");
        assertThat(shortened.moreRemoved()).isZero();
        assertThat(shortened.themesGained()).containsExactly("gained");
    }

    @Test
    void aSentenceThatIsTooLongByItselfIsCounted() {
        String endless = "x".repeat(RevisionDiff.SHORT + 1);
        RevisionDiff shortened =
                new RevisionDiff(List.of(), List.of(endless), 0, 0, List.of(), List.of(), false).shortened();
        assertThat(shortened.sentencesRemoved()).isEmpty();
        assertThat(shortened.moreRemoved()).isOne();
    }
}
