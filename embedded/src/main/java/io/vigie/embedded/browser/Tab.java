package io.vigie.embedded.browser;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A tab: goes to addresses, runs scripts, presses keys, takes pictures, and remembers what the page complained of. */
public final class Tab implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long BETWEEN_LOOKS_MILLIS = 25;

    private final DevTools tools;
    private final String session;
    private final String context;
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final List<JsonNode> requests = new CopyOnWriteArrayList<>();

    private Tab(DevTools tools, String session, String context) {
        this.tools = tools;
        this.session = session;
        this.context = context;
        tools.listen(this::hear);
    }

    static Tab open(DevTools tools) {
        String context = tools.send(null, "Target.createBrowserContext", Map.of())
                .path("browserContextId")
                .asText();
        String target = tools.send(
                        null, "Target.createTarget", Map.of("url", "about:blank", "browserContextId", context))
                .path("targetId")
                .asText();
        String session = tools.send(null, "Target.attachToTarget", Map.of("targetId", target, "flatten", true))
                .path("sessionId")
                .asText();
        Tab tab = new Tab(tools, session, context);
        for (String domain : List.of("Page", "Runtime", "Network", "Log")) {
            tab.send(domain + ".enable", Map.of());
        }
        return tab;
    }

    private JsonNode send(String method, Map<String, ?> parameters) {
        return tools.send(session, method, parameters);
    }

    private void hear(JsonNode event) {
        if (!event.path("sessionId").asText().equals(session)) {
            return;
        }
        JsonNode what = event.path("params");
        switch (event.path("method").asText()) {
            case "Runtime.exceptionThrown" ->
                complaints.add(what.path("exceptionDetails")
                        .path("exception")
                        .path("description")
                        .asText());
            case "Log.entryAdded" -> {
                if (what.path("entry").path("level").asText().equals("error")) {
                    complaints.add(what.path("entry").path("text").asText() + " "
                            + what.path("entry").path("url").asText());
                }
            }
            case "Network.loadingFinished" -> requests.add(what);
            default -> {
                // Not of interest.
            }
        }
    }

    /** Size of the window in CSS pixels, and the colours that the system prefers. */
    public void look(int width, int height, boolean dark) {
        send(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 500));
        send(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(
                                Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"),
                                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
    }

    public void go(URI address) {
        send("Page.navigate", Map.of("url", address.toString()));
    }

    /** Runs an expression, awaiting a promise; its value as JSON. */
    public JsonNode run(String expression) {
        JsonNode result =
                send("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
        if (result.has("exceptionDetails")) {
            throw new IllegalStateException(expression + ": "
                    + result.path("exceptionDetails")
                            .path("exception")
                            .path("description")
                            .asText());
        }
        return result.path("result").path("value");
    }

    public String text(String expression) {
        return run(expression).asText();
    }

    public long number(String expression) {
        return run(expression).asLong();
    }

    public boolean is(String expression) {
        return run("!!(" + expression + ")").asBoolean();
    }

    /**
     * Waits until an expression holds; one that fails does not hold yet.
     *
     * @throws IllegalStateException when it never does
     */
    public void await(String expression) {
        long began = System.nanoTime();
        while (!holds(expression)) {
            if (System.nanoTime() - began > PATIENCE.toNanos()) {
                throw new IllegalStateException("after " + PATIENCE.toSeconds() + " s still not: " + expression);
            }
            try {
                Thread.sleep(BETWEEN_LOOKS_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    private boolean holds(String expression) {
        try {
            return is(expression);
        } catch (IllegalStateException e) {
            return false;
        }
    }

    /** Runs a script in every document of this tab before its own. */
    public void prepare(String script) {
        send("Page.addScriptToEvaluateOnNewDocument", Map.of("source", script));
    }

    /** Presses and releases a key, for example {@code j}, {@code /} or {@code Escape}. */
    public void press(String key) {
        String text = key.length() == 1 ? key : "";
        Map<String, Object> down = Map.of("type", text.isEmpty() ? "rawKeyDown" : "keyDown", "key", key, "text", text);
        send("Input.dispatchKeyEvent", down);
        send("Input.dispatchKeyEvent", Map.of("type", "keyUp", "key", key));
    }

    /** Writes into what has the focus. */
    public void write(String text) {
        send("Input.insertText", Map.of("text", text));
    }

    /** A picture of what is seen, as PNG. */
    public void picture(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        String data = send("Page.captureScreenshot", Map.of("format", "png"))
                .path("data")
                .asText();
        Files.write(file, Base64.getDecoder().decode(data));
    }

    /** Exceptions, errors of the console and what the content security policy refused. */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** Bytes that came over the wire, headers included, and how many answers. */
    public long bytes() {
        return requests.stream()
                .mapToLong(each -> each.path("encodedDataLength").asLong())
                .sum();
    }

    @Override
    public void close() {
        tools.send(null, "Target.disposeBrowserContext", Map.of("browserContextId", context));
    }
}
