package io.vigie.cli.demo;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/** The page that a person opens first: every outlet of the demonstration with a link to its front page. */
final class Kiosk {

    private final String page;

    Kiosk(DemoPress press, Map<String, URI> bases) {
        page = new Template(Resources.text("kiosk.html"))
                .render(Map.of(
                        "outlets",
                        press.outlets().values().stream()
                                .map(outlet -> Map.of(
                                        "name", outlet.name(),
                                        "language", outlet.language(),
                                        "url", Objects.requireNonNull(bases.get(outlet.id()))))
                                .toList()));
    }

    Answer answer(String path) {
        return path.equals("/")
                ? new Answer(200, "text/html", StandardCharsets.UTF_8, page, null, null)
                : Answer.plain(404, "Not found");
    }
}
