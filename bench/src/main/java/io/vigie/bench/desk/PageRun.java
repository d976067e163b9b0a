package io.vigie.bench.desk;

import com.fasterxml.jackson.databind.JsonNode;
import io.vigie.embedded.browser.Chromium;
import io.vigie.embedded.browser.Tab;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The page in a real browser, first with an empty cache and then after a long day. */
final class PageRun {

    private static final int FRAMES = 240;
    private static final int STEPS = 30;
    private static final int RECEIVING_SECONDS = 8;
    private static final String CARDS = "document.querySelectorAll('.card').length";

    /** Long tasks (W3C Long Tasks API: 50 ms or more), and when the first alerts could be read and used. */
    private static final String WATCH = """
            window.longTasks = [];
            new PerformanceObserver(list => list.getEntries().forEach(each => window.longTasks.push(each.duration)))
                .observe({type: 'longtask', buffered: true});
            new MutationObserver((_, observer) => {
              if (document.querySelectorAll('.card').length > 5) {
                window.interactive = performance.now();
                observer.disconnect();
              }
            }).observe(document, {childList: true, subtree: true});
            """;

    private static final String SCROLL = frames("scrollBy(0, 300); if (n >= " + FRAMES + ") over = true;");
    private static final String REST = frames("if (now - began > " + RECEIVING_SECONDS * 1_000 + ") over = true;");

    private static final String FILTER = """
            new Promise(done => {
              const select = document.querySelector('select[name=theme]');
              const began = performance.now();
              select.value = 'china-concerns';
              select.dispatchEvent(new Event('change'));
              const look = () => {
                const cards = [...document.querySelectorAll('.card')];
                if (cards.length && cards.every(card => card.querySelector('.chip[data-theme=china-concerns]')))
                  requestAnimationFrame(() => done(performance.now() - began));
                else setTimeout(look, 5);
              };
              look();
            })""";

    private final Chromium browser;
    private final URI desk;

    /**
     * First views.
     *
     * @param interactive until alerts are there and the keyboard moves among them, milliseconds
     * @param kilobytes that came over the wire
     */
    record FirstView(Timings interactive, List<Double> kilobytes) {}

    /**
     * A page with thousands of alerts.
     *
     * @param frames time between two frames, by what was done meanwhile
     * @param longest the longest task, by what was done; 0 when none took 50 ms
     */
    record FullPage(Map<String, Timings> frames, Map<String, Double> longest) {}

    PageRun(Chromium browser, URI desk) {
        this.browser = browser;
        this.desk = desk;
    }

    private static String frames(String step) {
        return """
                new Promise(done => {
                  const times = [], began = performance.now();
                  let last = began, n = 0, over = false;
                  const frame = now => {
                    times.push(Math.max(0, now - last));
                    last = now;
                    n++;
                    %s
                    if (over) done(times.slice(1)); else requestAnimationFrame(frame);
                  };
                  requestAnimationFrame(frame);
                })""".formatted(step);
    }

    private Tab open() {
        Tab tab = browser.tab();
        tab.look(1440, 900, false);
        tab.prepare(WATCH);
        tab.go(desk);
        tab.await("window.interactive");
        return tab;
    }

    FirstView firstViews(int rounds) {
        List<Double> interactive = new ArrayList<>();
        List<Double> kilobytes = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            try (Tab tab = open()) {
                tab.run("new Promise(done => setTimeout(done, 1000))");
                interactive.add(tab.run("window.interactive").asDouble());
                kilobytes.add(tab.bytes() / 1_000.0);
            }
        }
        return new FirstView(new Timings(interactive), kilobytes);
    }

    FullPage full(int cards, AlertPen pen, int rate) throws InterruptedException {
        Map<String, Timings> frames = new LinkedHashMap<>();
        Map<String, Double> longest = new LinkedHashMap<>();
        try (Tab tab = open()) {
            fill(tab, cards);
            tab.run("scrollTo(0, 0)");
            frames.put("scrolling", frames(tab, SCROLL));
            longest.put("scrolling", longestTask(tab));
            Thread writer = new Thread(() -> write(pen, rate), "pen");
            tab.run("scrollTo(0, 5000)");
            writer.start();
            frames.put("receiving", frames(tab, REST));
            longest.put("receiving", longestTask(tab));
            writer.join();
            for (int i = 0; i < STEPS; i++) {
                tab.press("j");
            }
            longest.put("stepping by keyboard", longestTask(tab));
            frames.put(
                    "filtering, until it is shown",
                    new Timings(List.of(tab.run(FILTER).asDouble())));
            longest.put("filtering", longestTask(tab));
        }
        return new FullPage(frames, longest);
    }

    private static void write(AlertPen pen, int rate) {
        try {
            pen.write(rate, RECEIVING_SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void fill(Tab tab, int cards) {
        for (long there = tab.number(CARDS); there < cards; there = tab.number(CARDS)) {
            tab.run("document.querySelector('.end button')?.click()");
            tab.await(CARDS + " > " + there + " || !document.querySelector('.end button')");
            if (!tab.is("document.querySelector('.end button')")) {
                throw new IllegalStateException("the index has fewer than " + cards + " alerts");
            }
        }
        longestTask(tab);
    }

    private static Timings frames(Tab tab, String script) {
        List<Double> times = new ArrayList<>();
        for (JsonNode time : tab.run(script)) {
            times.add(time.asDouble());
        }
        return new Timings(times);
    }

    /** Since the last time that it was asked. */
    private static double longestTask(Tab tab) {
        return tab.run("new Promise(done => setTimeout(() => done(Math.max(0, ...window.longTasks.splice(0))), 300))")
                .asDouble();
    }
}
