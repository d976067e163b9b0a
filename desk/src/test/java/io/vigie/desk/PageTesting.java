package io.vigie.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vigie.embedded.browser.Chromium;
import io.vigie.embedded.browser.Tab;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** The page in a real browser; skipped, and said so, where none is installed. */
abstract class PageTesting extends DeskTesting {

    static final String CARDS = "document.querySelectorAll('.card').length";

    @SuppressWarnings("NullAway.Init") // opened before the first test, or there is none
    static Chromium browser;

    @SuppressWarnings("NullAway.Init") // opened before each test
    Tab tab;

    @BeforeAll
    static void openBrowser() throws IOException {
        Optional<Path> chromium = Chromium.installed();
        if (chromium.isEmpty()) {
            System.err.println("no Chromium is installed: the page is not tested (apt-get install chromium)");
        }
        assumeTrue(chromium.isPresent(), "no Chromium is installed");
        browser = Chromium.start(chromium.get());
    }

    @AfterAll
    static void closeBrowser() throws IOException {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void openTab() {
        tab = browser.tab();
        tab.look(1440, 900, false);
    }

    /** Whatever a test does, the page never throws and its security policy never has to step in. */
    @AfterEach
    void closeTab() {
        if (tab != null) {
            assertThat(tab.complaints()).isEmpty();
            tab.close();
        }
    }

    void now() {
        tab.go(house.at("/"));
        tab.await(CARDS + " > 5 && document.querySelector('.live').dataset.state === 'live'");
    }
}
