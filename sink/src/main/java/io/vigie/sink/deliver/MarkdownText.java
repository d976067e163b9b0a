package io.vigie.sink.deliver;

import io.vigie.events.Delivery;

/** A bulletin as markdown within a budget of characters, for the receivers that take markdown. */
final class MarkdownText {

    private final StringBuilder text = new StringBuilder();
    private final int budget;

    private MarkdownText(int budget) {
        this.budget = budget;
    }

    /**
     * What stands below the title: the facts and sentences of an alert, the entries of a digest; as many as fit.
     *
     * @param most UTF-16 units
     */
    static String below(Lines lines, Delivery.Kind kind, Phrases phrases, int most) {
        String footer = lines.footer().isEmpty() ? "" : "\n_" + Escapes.markdown(lines.footer()) + "_";
        MarkdownText markdown = new MarkdownText(most - footer.length());
        if (!lines.kicker().isEmpty()) {
            markdown.append("**" + Escapes.markdown(lines.kicker()) + "**\n");
        }
        boolean digest = kind == Delivery.Kind.DIGEST;
        for (int i = 0; i < lines.entries().size(); i++) {
            markdown.entry(lines.entries().get(i), i == 0 && !digest, digest ? "" : phrases.also() + " ", phrases);
        }
        return markdown.text.append(footer).toString().strip();
    }

    /** The first of an alert has its headline in the title already. */
    private void entry(Lines.Entry entry, boolean titled, String before, Phrases phrases) {
        String address = Escapes.markdownAddress(entry.address());
        if (titled) {
            append(Escapes.markdown(entry.facts())
                    + (entry.hasAddress() ? " · [" + phrases.read() + "](" + address + ")" : "") + "\n");
        } else {
            String headline = Escapes.markdown(entry.headline());
            String link = entry.hasAddress() ? "[" + headline + "](" + address + ")" : headline;
            append(before + "**" + link + "**\n" + Escapes.markdown(entry.facts()) + "\n");
        }
        for (Quote quote : entry.quotes()) {
            append("> " + quote.marked(Escapes::markdown, "**", "**") + "\n");
        }
        append("\n");
    }

    private void append(String part) {
        if (text.length() + part.length() <= budget) {
            text.append(part);
        }
    }
}
