package io.vigie.cli.terminal;

import io.vigie.events.Alert;
import io.vigie.events.ThemeMatch;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Alerts as a table that grows by one row an alert. A row has a line for the headline and, for each theme, the sentence
 * that proves it:
 *
 * <pre>
 * 14:05:09  Meridian Wire          Norvalt to build 155-mm shell plant in eastern Denmark
 * +1.8 s    en                     defence-industry  Norwegian arms maker Norvalt said on Tuesday it would build a …
 * </pre>
 *
 * Amended and retracted alerts say so before the headline. Rendering is pure: rows go in, lines come out, nothing is
 * printed.
 */
public final class AlertTable {

    private static final int TIME = 9;
    private static final int OUTLET = 22;
    private static final int OUTLET_WHEN_NARROW = 14;
    private static final int THEME = 17;
    private static final int MOST_LINES = 3;

    /** Narrower than this, themes and evidence begin under the outlet, and the language is left out. */
    private static final int ROOMY = 100;

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private final TerminalView view;
    private final ZoneId zone;
    private final Paint paint;
    private final boolean narrow;
    private final int outlet;

    /**
     * A table.
     *
     * @param view width and colours
     * @param zone in which times are shown
     */
    public AlertTable(TerminalView view, ZoneId zone) {
        this.view = view;
        this.zone = zone;
        this.paint = new Paint(view.colours());
        this.narrow = view.columns() < ROOMY;
        this.outlet = narrow ? OUTLET_WHEN_NARROW : OUTLET;
    }

    /** Names of the columns and a rule, two lines without a line break behind them. */
    public String header() {
        String names = left("TIME", "OUTLET") + "HEADLINE, THEMES AND EVIDENCE";
        return paint.faint(names.stripTrailing()) + "\n" + paint.faint("─".repeat(view.columns()));
    }

    /** The lines of one alert, without a line break behind them. */
    public String render(AlertRow row) {
        List<String> lines = new ArrayList<>();
        List<String> headline = headline(row);
        for (int i = 0; i < headline.size(); i++) {
            lines.add(i == 0 ? left(time(row), row.outlet()) + headline.get(i) : left("", "") + headline.get(i));
        }
        List<String> proof = proof(row);
        for (int i = 0; i < proof.size(); i++) {
            lines.add((i == 0 ? paint.faint(under(row)) : margin()) + proof.get(i));
        }
        return lines.stream().map(String::stripTrailing).collect(Collectors.joining("\n"));
    }

    private List<String> headline(AlertRow row) {
        String flag = switch (row.status()) {
            case NEW -> "";
            case AMENDED -> " AMENDED r" + row.revision() + " ";
            case RETRACTED -> " RETRACTED ";
        };
        String gap = flag.isEmpty() ? "" : " ";
        int room = view.columns() - left("", "").length() - flag.length() - gap.length();
        String headline = TerminalText.safe(row.headline());
        List<String> lines = new ArrayList<>();
        for (String line : TerminalText.wrap(headline.isEmpty() ? "(no headline)" : headline, room, 2)) {
            String before = lines.isEmpty() ? paint.flagged(flag) : " ".repeat(flag.length());
            lines.add(before + gap + (isRetracted(row) ? paint.struck(line) : paint.strong(line)));
        }
        return lines;
    }

    private List<String> proof(AlertRow row) {
        List<String> lines = new ArrayList<>();
        for (ThemeMatch match : row.themes()) {
            String painted = paint.theme(match.theme(), TerminalText.fit(TerminalText.safe(match.theme()), THEME));
            for (String line :
                    TerminalText.wrap(quote(match), view.columns() - margin().length() - THEME - 1, MOST_LINES)) {
                lines.add(painted + " " + (isRetracted(row) ? paint.struck(line) : line));
                painted = " ".repeat(THEME);
            }
        }
        return lines.isEmpty() ? List.of(paint.faint("no theme left")) : lines;
    }

    private static String quote(ThemeMatch match) {
        return match.evidence().isEmpty()
                ? ""
                : TerminalText.safe(match.evidence().get(0).quote());
    }

    private static boolean isRetracted(AlertRow row) {
        return row.status() == Alert.Status.RETRACTED;
    }

    private String time(AlertRow row) {
        return CLOCK.format(row.at().atZone(zone));
    }

    /** What stands left of the headline. */
    private String left(String time, String from) {
        return TerminalText.fit(time, TIME) + " " + TerminalText.fit(TerminalText.safe(from), outlet) + " ";
    }

    /** What stands left of the first proof, under time and outlet. */
    private String under(AlertRow row) {
        String seconds = seconds(row.toSearchable());
        return narrow ? TerminalText.fit(seconds, TIME) + " " : left(seconds, row.language());
    }

    private String margin() {
        return " ".repeat(narrow ? TIME + 1 : TIME + 1 + OUTLET + 1);
    }

    private static String seconds(@Nullable Duration duration) {
        return duration == null ? "" : String.format(Locale.ROOT, "+%.1f s", duration.toMillis() / 1000.0);
    }
}
