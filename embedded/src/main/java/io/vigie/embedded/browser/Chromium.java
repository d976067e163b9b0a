package io.vigie.embedded.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A headless Chromium with an empty profile. */
public final class Chromium implements AutoCloseable {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final Pattern LISTENING = Pattern.compile("DevTools listening on (ws://\\S+)");

    private final Process process;
    private final Path profile;
    private final DevTools tools;

    private Chromium(Process process, Path profile, DevTools tools) {
        this.process = process;
        this.profile = profile;
        this.tools = tools;
    }

    /** Where one is installed. */
    public static Optional<Path> installed() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    public static Chromium start(Path executable) throws IOException {
        Path profile = Files.createTempDirectory("desk-browser");
        List<String> command = new ArrayList<>(List.of(
                executable.toString(),
                "--headless=new",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "--no-first-run",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--hide-scrollbars",
                "--lang=en-GB",
                "about:blank"));
        if ("root".equals(System.getProperty("user.name"))) {
            command.add(1, "--no-sandbox"); // as root there is no sandbox to be had, and every page here is ours
        }
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new Chromium(process, profile, new DevTools(address(process)));
    }

    private static URI address(Process process) throws IOException {
        BufferedReader errors = new BufferedReader(new InputStreamReader(process.getErrorStream(), UTF_8));
        StringBuilder said = new StringBuilder();
        for (String line = errors.readLine(); line != null; line = errors.readLine()) {
            Matcher found = LISTENING.matcher(line);
            if (found.find()) {
                drain(errors);
                return URI.create(found.group(1));
            }
            said.append(line).append('\n');
        }
        throw new IOException("the browser did not start:\n" + said);
    }

    /** What it says later goes nowhere; a full pipe would stop it. */
    private static void drain(BufferedReader errors) {
        Thread thread = new Thread(
                () -> {
                    try (errors) {
                        while (errors.readLine() != null) {
                            // Nobody reads it.
                        }
                    } catch (IOException e) {
                        // It is gone.
                    }
                },
                "browser-errors");
        thread.setDaemon(true);
        thread.start();
    }

    /** A new tab with storage and cookies of its own. */
    public Tab tab() {
        return Tab.open(tools);
    }

    @Override
    public void close() throws IOException {
        tools.close();
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try (Stream<Path> all = Files.walk(profile)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException | UncheckedIOException e) {
            // A helper process may still write there; the folder is a temporary one.
        }
    }
}
