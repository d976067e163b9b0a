package io.vigie.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class TerminalViewTest {

    @Test
    void takesColumnsFromTheEnvironmentThenFromTheTerminalThenTheDefault() {
        assertThat(view(Map.of("COLUMNS", "90"), true, OptionalInt.of(70)).columns())
                .isEqualTo(90);
        assertThat(view(Map.of(), true, OptionalInt.of(70)).columns()).isEqualTo(70);
        assertThat(view(Map.of(), false, OptionalInt.empty()).columns()).isEqualTo(120);
        assertThat(view(Map.of("COLUMNS", "wide"), true, OptionalInt.of(70)).columns())
                .isEqualTo(70);
    }

    @Test
    void staysWithinWhatATableCanUse() {
        assertThat(new TerminalView(10, false).columns()).isEqualTo(60);
        assertThat(new TerminalView(5000, false).columns()).isEqualTo(200);
    }

    @Test
    void usesColoursOnAWillingTerminalOnly() {
        assertThat(view(Map.of("TERM", "xterm-256color"), true, OptionalInt.empty())
                        .colours())
                .isTrue();
        assertThat(view(Map.of("NO_COLOR", ""), true, OptionalInt.empty()).colours())
                .isTrue();
        assertThat(view(Map.of("NO_COLOR", "1"), true, OptionalInt.empty()).colours())
                .isFalse();
        assertThat(view(Map.of("TERM", "dumb"), true, OptionalInt.empty()).colours())
                .isFalse();
        assertThat(view(Map.of(), false, OptionalInt.empty()).colours()).isFalse();
    }

    private static TerminalView view(Map<String, String> environment, boolean terminal, OptionalInt measured) {
        return TerminalView.of(environment::get, terminal, () -> measured);
    }
}
