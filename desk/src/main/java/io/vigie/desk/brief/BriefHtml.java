package io.vigie.desk.brief;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vigie.events.Alert;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;

/**
 * A brief as one HTML file that needs no other, with a style for paper: print it to PDF from any browser. What strangers
 * wrote is escaped, and only http and https addresses become links.
 */
public final class BriefHtml {

    private static final String STYLE = resource("brief.css");

    /** What the page is for. */
    public enum Medium {
        /** Screens and mail. */
        SCREEN,
        /** Paper: A4 pages, numbered, with addresses printed out. */
        PAPER
    }

    private final Words words;
    private final StringBuilder out = new StringBuilder(16_384);

    private BriefHtml(Words words) {
        this.words = words;
    }

    public static String print(Brief brief, String language, ZoneId zone, Instant now, Medium medium) {
        BriefHtml page = new BriefHtml(Words.of(language, zone));
        page.write(brief, now, medium);
        return page.out.toString();
    }

    private void write(Brief brief, Instant now, Medium medium) {
        String title = words.get("title", words.day(brief.to()));
        out.append("<!doctype html>\n<html lang=\"").append(words.language()).append("\"");
        out.append(medium == Medium.PAPER ? " class=\"paper\"" : "").append(">\n<head>\n<meta charset=\"utf-8\">\n");
        out.append("<meta name=\"viewport\" content=\"width=device-width\">\n");
        out.append("<title>")
                .append(escaped(title))
                .append("</title>\n<style>\n")
                .append(STYLE);
        out.append("</style>\n</head>\n<body>\n<header>\n<h1>")
                .append(escaped(title))
                .append("</h1>\n<p>");
        out.append(escaped(words.get("span", words.time(brief.from()), words.time(brief.to()))))
                .append(". ");
        out.append(escaped(words.get("counted", brief.alerts(), brief.outlets())))
                .append("</p>\n");
        if (!brief.complete()) {
            out.append("<p><em>").append(escaped(words.get("incomplete"))).append("</em></p>\n");
        }
        out.append("</header>\n<main>\n");
        if (brief.themes().isEmpty()) {
            out.append("<p>").append(escaped(words.get("nothing"))).append("</p>\n");
        }
        brief.themes().forEach(this::theme);
        out.append("</main>\n<footer>").append(escaped(words.get("made", words.time(now))));
        out.append("</footer>\n</body>\n</html>\n");
    }

    private void theme(Brief.Theme theme) {
        int stories = theme.stories().size() + theme.more();
        out.append("<section>\n<h2>").append(escaped(words.theme(theme.id()))).append(" <small>");
        out.append(escaped(words.get("stories", stories))).append("</small></h2>\n");
        theme.stories().forEach(this::story);
        if (theme.more() > 0) {
            out.append("<p>").append(escaped(words.get("more", theme.more()))).append("</p>\n");
        }
        out.append("</section>\n");
    }

    private void story(Brief.Story story) {
        out.append("<article>\n<h3 lang=\"").append(escaped(story.language())).append("\">");
        out.append(escaped(story.headline())).append("</h3>\n<p class=\"size\">");
        out.append(escaped(words.get("reports", story.reports().size(), story.outlets())));
        if (!story.alsoThemes().isEmpty()) {
            String others = String.join(
                    ", ", story.alsoThemes().stream().map(words::theme).toList());
            out.append(" · ").append(escaped(words.get("also", others)));
        }
        out.append("</p>\n");
        String evidence = story.evidence();
        if (evidence != null) {
            out.append("<blockquote lang=\"")
                    .append(escaped(story.evidenceLanguage()))
                    .append("\">");
            out.append(escaped(evidence)).append("</blockquote>\n");
        }
        out.append("<ul>\n");
        story.reports().forEach(this::report);
        out.append("</ul>\n</article>\n");
    }

    private void report(Brief.Report report) {
        out.append("<li><time datetime=\"").append(report.at()).append("\">").append(escaped(words.time(report.at())));
        out.append("</time> <b>").append(escaped(report.outlet().name())).append("</b> ");
        String headline = "<span lang=\"" + escaped(report.language()) + "\">" + escaped(report.headline()) + "</span>";
        if (Links.isWeb(report.url())) {
            out.append("<a href=\"").append(escaped(Links.href(report.url())));
            out.append("\" rel=\"noopener noreferrer\">").append(headline).append("</a>");
        } else {
            out.append(headline);
        }
        if (report.status() == Alert.Status.AMENDED) {
            out.append(" <i>").append(escaped(words.get("amended"))).append("</i>");
        }
        out.append("</li>\n");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String resource(String name) {
        try (InputStream in = BriefHtml.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("resource " + name + " is missing from the jar");
            }
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("resource " + name + " cannot be read", e);
        }
    }
}
