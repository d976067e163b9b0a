package io.vigie.sink.deliver;

import io.vigie.events.Delivery;
import java.time.Instant;

/**
 * An e-mail twice over: plain text, which every reader shows, and HTML that loads nothing and runs nothing, so that it
 * tells nobody who has read it.
 */
final class EmailFormat implements MessageFormat {

    private static final int SUBJECT = 150;

    @Override
    public Payload render(Channel channel, Bulletin bulletin, Instant now) {
        Phrases phrases = Phrases.of(channel.language());
        Lines lines = Lines.of(bulletin, phrases, Lines.MOST_ENTRIES);
        String kicker = lines.kicker().isEmpty() ? "" : lines.kicker() + " · ";
        // A clean line has no line break, so that no headline can add a header.
        String subject = CleanText.line("[Vigie] " + kicker + lines.title(), SUBJECT);
        return new Payload.Mail(
                "<" + bulletin.id() + "@" + domain(channel) + ">",
                subject,
                text(lines, bulletin.kind(), phrases),
                html(lines, bulletin.kind(), phrases));
    }

    private static String domain(Channel channel) {
        String from = channel.from();
        return from == null ? "vigie.invalid" : from.substring(from.indexOf('@') + 1);
    }

    private static String text(Lines lines, Delivery.Kind kind, Phrases phrases) {
        StringBuilder text = new StringBuilder();
        if (!lines.kicker().isEmpty()) {
            text.append(lines.kicker()).append("\n\n");
        }
        for (int i = 0; i < lines.entries().size(); i++) {
            Lines.Entry entry = lines.entries().get(i);
            text.append(before(kind, i, phrases)).append(entry.headline()).append('\n');
            text.append(entry.facts()).append('\n');
            entry.quotes()
                    .forEach(quote -> text.append("  > ")
                            .append(quote.marked(part -> part, "*", "*"))
                            .append('\n'));
            text.append(entry.hasAddress() ? entry.address() + "\n\n" : "\n");
        }
        return text.append(lines.footer()).toString().strip() + "\n";
    }

    private static String html(Lines lines, Delivery.Kind kind, Phrases phrases) {
        StringBuilder html = new StringBuilder(
                "<!DOCTYPE html>\n<html lang=\"" + phrases.tag()
                        + "\"><head><meta charset=\"utf-8\"><title>" + Escapes.html(lines.title()) + "</title></head>\n"
                        + "<body style=\"margin:0 auto;max-width:40em;padding:1em;font:16px/1.45 sans-serif;color:#1b1f24\">\n");
        if (!lines.kicker().isEmpty()) {
            html.append("<p style=\"color:#9a3412\"><strong>")
                    .append(Escapes.html(lines.kicker()))
                    .append("</strong></p>\n");
        }
        if (kind == Delivery.Kind.DIGEST) {
            html.append("<h1 style=\"font-size:20px\">")
                    .append(Escapes.html(lines.title()))
                    .append("</h1>\n");
        }
        for (int i = 0; i < lines.entries().size(); i++) {
            html.append(entry(lines.entries().get(i), before(kind, i, phrases)));
        }
        return html.append(note(lines.footer())).append("</body></html>\n").toString();
    }

    private static String entry(Lines.Entry entry, String before) {
        String headline = Escapes.html(entry.headline());
        StringBuilder html = new StringBuilder("<div style=\"margin:0 0 1.2em\">\n<p style=\"margin:0\">");
        html.append(Escapes.html(before)).append("<strong dir=\"auto\">");
        html.append(
                entry.hasAddress()
                        ? "<a style=\"color:#0b4f8a\" href=\"" + Escapes.html(entry.address()) + "\">" + headline
                                + "</a>"
                        : headline);
        html.append("</strong></p>\n").append(note(entry.facts()));
        for (Quote quote : entry.quotes()) {
            html.append(
                            "<blockquote dir=\"auto\" style=\"margin:.4em 0;padding-left:.8em;border-left:3px solid #c9d1d9\">")
                    .append(quote.marked(Escapes::html, "<mark style=\"background:#fff3bf\">", "</mark>"))
                    .append("</blockquote>\n");
        }
        return html.append("</div>\n").toString();
    }

    private static String note(String text) {
        return text.isEmpty()
                ? ""
                : "<p dir=\"auto\" style=\"margin:0;color:#57606a;font-size:14px\">" + Escapes.html(text) + "</p>\n";
    }

    /** Further reports of a story are introduced as such. */
    private static String before(Delivery.Kind kind, int index, Phrases phrases) {
        return index == 0 || kind == Delivery.Kind.DIGEST ? "" : phrases.also() + " ";
    }
}
