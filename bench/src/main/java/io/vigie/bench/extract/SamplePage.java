package io.vigie.bench.extract;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * A page to read.
 *
 * @param bytes UTF-8
 * @param text the same, decoded, for contenders that take no bytes
 */
@SuppressWarnings("ArrayRecordComponent") // read only, never compared
record SamplePage(byte[] bytes, String text) {

    private static final int MADE_UP = 40;
    private static final int TEASERS = 120;

    private static SamplePage of(String text) {
        return new SamplePage(text.getBytes(UTF_8), text);
    }

    /** The {@code .html} files of a folder, in order of their names. */
    static List<SamplePage> of(Path folder) throws IOException {
        List<SamplePage> pages = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".html"))
                    .sorted()
                    .toList()) {
                pages.add(of(new String(Files.readAllBytes(file), UTF_8)));
            }
        }
        if (pages.isEmpty()) {
            throw new IOException(folder + " holds no .html file");
        }
        return pages;
    }

    /** Pages with the weight of real ones: scripts, styles, a long menu, an article, and many teasers around it. */
    static List<SamplePage> madeUp() {
        Random random = new Random(1);
        List<SamplePage> pages = new ArrayList<>();
        for (int i = 0; i < MADE_UP; i++) {
            pages.add(of(madeUp(random, i)));
        }
        return pages;
    }

    private static String madeUp(Random random, int number) {
        StringBuilder page = new StringBuilder(
                        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Release ")
                .append(number)
                .append(" | Ministry of Examples</title><style>");
        for (int i = 0; i < 300; i++) {
            page.append(".c")
                    .append(i)
                    .append("{margin:")
                    .append(random.nextInt(40))
                    .append("px;color:#")
                    .append(100 + i)
                    .append("}");
        }
        page.append("</style><script>");
        for (int i = 0; i < 600; i++) {
            page.append("window.v")
                    .append(i)
                    .append("=function(a){return a<")
                    .append(random.nextInt(1000))
                    .append("};");
        }
        page.append("</script></head><body><nav><ul>");
        for (int i = 0; i < 80; i++) {
            page.append("<li class=\"menu-item c")
                    .append(i)
                    .append("\"><a href=\"/s/")
                    .append(i)
                    .append("\">Section ")
                    .append(i)
                    .append("</a></li>");
        }
        page.append("</ul></nav><main><article><h1>Release ")
                .append(number)
                .append("</h1><p class=\"date\">8 April 2026</p>");
        for (int i = 0; i < 14; i++) {
            page.append("<p>")
                    .append(sentence(random))
                    .append(' ')
                    .append(sentence(random))
                    .append(' ')
                    .append(sentence(random))
                    .append("</p>");
        }
        page.append("</article></main><aside>");
        for (int i = 0; i < TEASERS; i++) {
            page.append("<div class=\"teaser c")
                    .append(i)
                    .append("\"><a href=\"/t/")
                    .append(i)
                    .append("\"><img src=\"/i/")
                    .append(i)
                    .append(".jpg\" alt=\"\" srcset=\"/i/")
                    .append(i)
                    .append("-2.jpg 2x\"><h3>")
                    .append(sentence(random))
                    .append("</h3></a><span class=\"when\">")
                    .append(i % 23)
                    .append(" hours ago</span></div>");
        }
        return page.append("</aside><footer>All rights reserved</footer></body></html>")
                .toString();
    }

    private static String sentence(Random random) {
        List<String> words = List.of(
                "the",
                "minister",
                "met",
                "delegation",
                "harbour",
                "agreed",
                "on",
                "a",
                "list",
                "of",
                "measures",
                "with",
                "partners",
                "and",
                "thanked",
                "hosts",
                "for",
                "their",
                "work",
                "in",
                "spring");
        StringBuilder text = new StringBuilder("On Tuesday");
        for (int i = 0; i < 14; i++) {
            text.append(' ').append(words.get(random.nextInt(words.size())));
        }
        return text.append('.').toString();
    }
}
