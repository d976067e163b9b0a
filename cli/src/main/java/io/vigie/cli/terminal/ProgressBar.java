package io.vigie.cli.terminal;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * A line that says how far a long work is, how fast it goes and how long it will take:
 *
 * <pre>replay  [##########··········]  48 %  48,210 / 100,000  3,412/s  15 s left</pre>
 *
 * On a terminal it is written over itself a few times a second; elsewhere nothing is written. The rate is that of this
 * run, so that a work that was resumed does not boast.
 */
public final class ProgressBar implements AutoCloseable {

    private static final int CELLS = 20;
    private static final Duration BETWEEN = Duration.ofMillis(200);

    private final String what;
    private final PrintWriter out;
    private final boolean terminal;
    private final LongSupplier nanos;
    private final long start;
    private long firstDone = -1;
    private long last;
    private int width;

    /** On standard error, if that is a terminal. */
    public ProgressBar(String what, PrintWriter err) {
        this(what, err, System.console() != null, System::nanoTime);
    }

    ProgressBar(String what, PrintWriter out, boolean terminal, LongSupplier nanos) {
        this.what = what;
        this.out = out;
        this.terminal = terminal;
        this.nanos = nanos;
        this.start = nanos.getAsLong();
        this.last = start - BETWEEN.toNanos();
    }

    /** Shows it, unless it was shown a moment ago. */
    public void at(long done, long total) {
        long now = nanos.getAsLong();
        if (firstDone < 0) {
            firstDone = done;
        }
        if (terminal && (now - last >= BETWEEN.toNanos() || done >= total)) {
            last = now;
            String line = line(done, total, now - start);
            out.print("\r" + line + " ".repeat(Math.max(0, width - line.length())));
            out.flush();
            width = line.length();
        }
    }

    private String line(long done, long total, long took) {
        double share = total == 0 ? 1 : Math.min(1.0, (double) done / total);
        int filled = (int) Math.floor(share * CELLS);
        double rate = took <= 0 ? 0 : (done - firstDone) * 1e9 / took;
        return String.format(
                Locale.ROOT,
                "%s  [%s%s] %3.0f %%  %,d / %,d  %,.0f/s%s",
                what,
                "#".repeat(filled),
                ".".repeat(CELLS - filled),
                Math.floor(share * 100),
                done,
                total,
                rate,
                rate > 0 && done < total ? "  " + left((long) ((total - done) / rate)) + " left" : "");
    }

    private static String left(long seconds) {
        if (seconds < 60) {
            return seconds + " s";
        }
        return seconds < 3_600 ? seconds / 60 + " min" : seconds / 3_600 + " h " + seconds % 3_600 / 60 + " min";
    }

    /** Goes to a new line, so that what follows stands by itself. */
    @Override
    public void close() {
        if (width > 0) {
            out.println();
            out.flush();
        }
    }
}
