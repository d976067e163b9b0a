package io.vigie.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaintTest {

    @Test
    void themeColoursAreReadOnDarkAndOnLight() {
        Paint.THEMES.forEach((theme, colour) -> {
            double luminance = luminance(colour);
            assertThat((luminance + 0.05) / 0.05).as(theme + " on black").isGreaterThan(3);
            assertThat(1.05 / (luminance + 0.05)).as(theme + " on white").isGreaterThan(3);
        });
    }

    @Test
    void themesHaveColoursOfTheirOwn() {
        assertThat(Paint.THEMES.values()).doesNotHaveDuplicates();
    }

    @Test
    void writesNoSequencesWhenOff() {
        Paint off = new Paint(false);
        assertThat(off.theme("china-concerns", "a")
                        + off.strong("b")
                        + off.faint("c")
                        + off.struck("d")
                        + off.flagged("e"))
                .isEqualTo("abcde");
    }

    /** Relative luminance (WCAG 2.2) of a colour of the 6x6x6 cube of the 256-colour palette. */
    private static double luminance(int colour) {
        int cube = colour - 16;
        return 0.2126 * channel(cube / 36) + 0.7152 * channel(cube / 6 % 6) + 0.0722 * channel(cube % 6);
    }

    private static double channel(int step) {
        double value = (step == 0 ? 0 : 55 + 40 * step) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
