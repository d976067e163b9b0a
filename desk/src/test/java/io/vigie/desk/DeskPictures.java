package io.vigie.desk;

import io.vigie.embedded.browser.Chromium;
import io.vigie.embedded.browser.Tab;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/** Pictures of every view at the sizes of a phone, a laptop and a wall, by day and by night. */
final class DeskPictures {

    private static final Map<String, int[]> SIZES =
            Map.of("phone", new int[] {390, 844}, "laptop", new int[] {1440, 900}, "wall", new int[] {2560, 1440});

    private static final Map<String, String> VIEWS = Map.of(
            "now", "/",
            "pulse", "/?view=pulse",
            "watch", "/?view=watch",
            "triage", "/?view=triage",
            "brief", "/?view=brief",
            "why", "/?view=why&id=item-2",
            "story", "/?view=story&id=story-2-0");

    private static final String THERE =
            "document.querySelector('#main h1') && !document.querySelector('[aria-busy]') &&"
                    + " !document.querySelector('.failed')";

    private DeskPictures() {}

    /** Arguments: address of a desk that {@link DeskPreview} filled, folder, and names of views (all when none). */
    public static void main(String[] arguments) throws IOException {
        try (Chromium browser = Chromium.start(Chromium.installed().orElseThrow())) {
            for (Map.Entry<String, String> view : VIEWS.entrySet()) {
                if (arguments.length < 3 || java.util.List.of(arguments).contains(view.getKey())) {
                    take(
                            browser,
                            URI.create(arguments[0]).resolve(view.getValue()),
                            Path.of(arguments[1]),
                            view.getKey());
                }
            }
        }
    }

    static void take(Chromium browser, URI address, Path folder, String name) throws IOException {
        for (Map.Entry<String, int[]> size : SIZES.entrySet()) {
            for (boolean dark : new boolean[] {false, true}) {
                try (Tab tab = browser.tab()) {
                    tab.look(size.getValue()[0], size.getValue()[1], dark);
                    tab.go(address);
                    tab.await(THERE);
                    if (name.equals("now")) {
                        tab.await("document.querySelectorAll('.card').length > 5");
                        tab.press("j");
                        tab.press("j");
                    }
                    tab.run("new Promise(done => setTimeout(done, 600))");
                    tab.picture(folder.resolve(name + "-" + size.getKey() + (dark ? "-dark" : "") + ".png"));
                    if (!tab.complaints().isEmpty()) {
                        System.err.println(name + ": " + tab.complaints());
                    }
                }
            }
        }
    }
}
