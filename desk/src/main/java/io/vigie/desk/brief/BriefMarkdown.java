package io.vigie.desk.brief;

import io.vigie.events.Alert;
import java.time.Instant;
import java.time.ZoneId;
import java.util.regex.Pattern;

/** A brief as Markdown (CommonMark). What strangers wrote is escaped, so that it stays text. */
public final class BriefMarkdown {

    private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_{}\\[\\]()<>#+!|~&]");
    private static final Pattern BLANK = Pattern.compile("\\s+");

    private BriefMarkdown() {}

    public static String print(Brief brief, String language, ZoneId zone, Instant now) {
        Words words = Words.of(language, zone);
        StringBuilder out = new StringBuilder(8_192);
        out.append("# ").append(words.get("title", words.day(brief.to()))).append("\n\n");
        out.append(words.get("span", words.time(brief.from()), words.time(brief.to())))
                .append(". ")
                .append(words.get("counted", brief.alerts(), brief.outlets()))
                .append('\n');
        if (!brief.complete()) {
            out.append("\n*").append(words.get("incomplete")).append("*\n");
        }
        if (brief.themes().isEmpty()) {
            out.append('\n').append(words.get("nothing")).append('\n');
        }
        brief.themes().forEach(theme -> theme(theme, words, out));
        out.append("\n---\n\n").append(words.get("made", words.time(now))).append('\n');
        return out.toString();
    }

    private static void theme(Brief.Theme theme, Words words, StringBuilder out) {
        int stories = theme.stories().size() + theme.more();
        out.append("\n## ").append(escaped(words.theme(theme.id()))).append(" (");
        out.append(words.get("stories", stories)).append(")\n");
        theme.stories().forEach(story -> story(story, words, out));
        if (theme.more() > 0) {
            out.append('\n').append(words.get("more", theme.more())).append('\n');
        }
    }

    private static void story(Brief.Story story, Words words, StringBuilder out) {
        out.append("\n### ").append(escaped(story.headline())).append("\n\n");
        out.append(words.get("reports", story.reports().size(), story.outlets()));
        if (!story.alsoThemes().isEmpty()) {
            String others = String.join(
                    ", ", story.alsoThemes().stream().map(words::theme).toList());
            out.append(" · ").append(escaped(words.get("also", others)));
        }
        out.append('\n');
        String evidence = story.evidence();
        if (evidence != null) {
            out.append("\n> ").append(escaped(evidence)).append('\n');
        }
        out.append('\n');
        for (Brief.Report report : story.reports()) {
            out.append("- ").append(words.time(report.at())).append(" · ");
            out.append(escaped(report.outlet().name())).append(" · ");
            String headline = escaped(report.headline());
            out.append(Links.isWeb(report.url()) ? "[" + headline + "](<" + Links.href(report.url()) + ">)" : headline);
            out.append(report.status() == Alert.Status.AMENDED ? " (" + words.get("amended") + ")" : "")
                    .append('\n');
        }
    }

    private static String escaped(String text) {
        return SPECIAL.matcher(BLANK.matcher(text.strip()).replaceAll(" ")).replaceAll("\\\\$0");
    }
}
