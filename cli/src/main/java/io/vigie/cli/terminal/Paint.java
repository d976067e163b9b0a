package io.vigie.cli.terminal;

import java.util.Map;

/**
 * Colours by SGR sequences (ECMA-48, 8.3.117), or none. The three theme colours are of the middle of the 256-colour cube:
 * each has a contrast of 3:1 or more on black and on white (WCAG 2.2, 1.4.11), and blue, orange and magenta stay apart
 * for people who see red and green alike.
 *
 * @param on whether to use any
 */
record Paint(boolean on) {

    /** Colour number of the 256-colour palette by theme id. */
    static final Map<String, Integer> THEMES =
            Map.of("defence-industry", 166, "ukraine-support", 32, "china-concerns", 162);

    private static final int OTHER_THEME = 65;
    private static final String RESET = "\u001b[0m";

    String theme(String theme, String text) {
        return sgr("1;38;5;" + THEMES.getOrDefault(theme, OTHER_THEME), text);
    }

    String strong(String text) {
        return sgr("1", text);
    }

    String faint(String text) {
        return sgr("2", text);
    }

    String struck(String text) {
        return sgr("2;9", text);
    }

    /** Black on yellow or white on red would shout; reversed video says "look here" on any background. */
    String flagged(String text) {
        return sgr("7", text);
    }

    private String sgr(String parameters, String text) {
        return on && !text.isEmpty() ? "\u001b[" + parameters + "m" + text + RESET : text;
    }
}
