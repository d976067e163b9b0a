package io.vigie.cli.terminal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How the table is to be shown.
 *
 * @param columns width of a line, {@value #NARROWEST} or more
 * @param colours whether SGR sequences may be used
 */
public record TerminalView(int columns, boolean colours) {

    /** Below this a table is no longer one; longer lines wrap. */
    public static final int NARROWEST = 60;

    private static final int DEFAULT = 120;
    private static final int WIDEST = 200;

    public TerminalView {
        columns = Math.max(NARROWEST, Math.min(WIDEST, columns));
    }

    /** What suits the standard output of this process. */
    public static TerminalView detect() {
        boolean terminal = System.console() != null;
        return of(System::getenv, terminal, () -> terminal ? sttyColumns() : OptionalInt.empty());
    }

    /**
     * What suits the given surroundings: colours on a terminal only, and not where {@code NO_COLOR} is set
     * (no-color.org) or {@code TERM} is {@code dumb}; the width from {@code COLUMNS}, else from the terminal, else 120.
     *
     * @param environment value of a variable, {@code null} when it is not set
     * @param terminal whether the output is a terminal
     * @param measured width that the terminal states
     */
    static TerminalView of(
            Function<String, @Nullable String> environment, boolean terminal, Supplier<OptionalInt> measured) {
        String noColour = environment.apply("NO_COLOR");
        boolean colours =
                terminal && (noColour == null || noColour.isEmpty()) && !"dumb".equals(environment.apply("TERM"));
        OptionalInt stated = number(environment.apply("COLUMNS"));
        return new TerminalView((stated.isPresent() ? stated : measured.get()).orElse(DEFAULT), colours);
    }

    private static OptionalInt number(@Nullable String text) {
        return text != null && text.matches("[1-9][0-9]{0,4}")
                ? OptionalInt.of(Integer.parseInt(text))
                : OptionalInt.empty();
    }

    /** The second number that {@code stty size} prints. */
    private static OptionalInt sttyColumns() {
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(ProcessBuilder.Redirect.INHERIT)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!stty.waitFor(1, TimeUnit.SECONDS)) {
                stty.destroyForcibly();
                return OptionalInt.empty();
            }
            String[] size = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII)
                    .strip()
                    .split(" ", 2);
            return size.length == 2 ? number(size[1]) : OptionalInt.empty();
        } catch (IOException e) {
            return OptionalInt.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return OptionalInt.empty();
        }
    }
}
