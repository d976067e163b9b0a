package io.vigie.desk;

import io.vigie.desk.http.Assets;
import java.util.List;

/** The files of the page and of the API's description. */
final class PageFiles {

    private static final String WEB = "/io/vigie/desk/web/";
    private static final String CHART = "/META-INF/resources/webjars/chart.js/4.5.1/dist/chart.umd.js";

    /** Names below {@code /assets/}. */
    static final List<String> NAMES = List.of(
            "app.css",
            "icon.svg",
            "app.js",
            "api.js",
            "brief.js",
            "card.js",
            "dom.js",
            "filters.js",
            "keys.js",
            "list.js",
            "live.js",
            "login.js",
            "now.js",
            "pulse.js",
            "story.js",
            "time.js",
            "triage.js",
            "watch.js",
            "why.js",
            "words.js",
            "words-en.js",
            "words-fr.js");

    private PageFiles() {}

    static Assets all() {
        Assets assets = new Assets()
                .add("/", WEB + "index.html")
                .add("/openapi.json", WEB + "openapi.json")
                .add("/asyncapi.json", WEB + "asyncapi.json")
                .add("/assets/chart.js", CHART);
        NAMES.forEach(name -> assets.add("/assets/" + name, WEB + name));
        return assets;
    }
}
