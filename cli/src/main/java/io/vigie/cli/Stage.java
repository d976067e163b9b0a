package io.vigie.cli;

import java.util.Locale;

/** The services of the pipeline, in the order in which they stop. */
enum Stage {
    INGEST,
    PROCESSOR,
    SINK,
    DESK;

    /** As on the command line. */
    String command() {
        return name().toLowerCase(Locale.ROOT);
    }
}
