package io.vigie.audit.replay;

import java.util.Locale;

/** Where a replay begins. */
public enum Stage {
    /** With the text of the item: its themes are found again, its alert raised again. */
    CLASSIFY,
    /** With the page: its text is read from it again, and judged then. */
    EXTRACT;

    /** As on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
