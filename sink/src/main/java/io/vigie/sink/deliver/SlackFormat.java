package io.vigie.sink.deliver;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vigie.events.Delivery;
import java.time.Instant;

/**
 * Slack's Block Kit for incoming webhooks. Its limits, all held for any input: header 150 characters, section 3,000, 50
 * blocks, and about 13,000 in all; {@code text} is what notifications show. Links do not unfold, and {@code verbatim}
 * keeps Slack from making links and mentions of its own out of the text.
 *
 * @see <a href="https://docs.slack.dev/reference/block-kit/blocks">Blocks</a>
 */
final class SlackFormat implements MessageFormat {

    private static final int HEADER = 150;
    private static final int SECTION = 3_000;
    private static final int FALLBACK = 400;
    private static final int FACTS = 400;

    /** Of the whole message as it is sent; what is above about 13,000 is refused as {@code msg_blocks_too_long}. */
    private static final int MESSAGE = 12_500;

    @Override
    public Payload render(Channel channel, Bulletin bulletin, Instant now) {
        Phrases phrases = Phrases.of(channel.language());
        return Payload.Post.json(MessageFormat.fitting(
                bulletin,
                phrases,
                lines -> MessageFormat.write(message(bulletin.kind(), lines, phrases)),
                message -> message.length() <= MESSAGE));
    }

    private static ObjectNode message(Delivery.Kind kind, Lines lines, Phrases phrases) {
        ObjectNode message = MAPPER.createObjectNode();
        String alarm = lines.kicker().isEmpty() ? lines.title() : lines.kicker() + " · " + lines.title();
        message.put("text", Escapes.slack(alarm, FALLBACK));
        message.put("unfurl_links", false);
        message.put("unfurl_media", false);
        ArrayNode blocks = message.putArray("blocks");
        header(blocks, lines.title());
        if (!lines.kicker().isEmpty()) {
            context(blocks, "*" + Escapes.slack(lines.kicker(), FACTS) + "*");
        }
        boolean digest = kind == Delivery.Kind.DIGEST;
        for (int i = 0; i < lines.entries().size(); i++) {
            Lines.Entry entry = lines.entries().get(i);
            if (i == 0 && !digest) {
                facts(blocks, entry, phrases);
            } else {
                section(blocks, brief(entry, digest ? "" : phrases.also() + " "));
            }
            quotes(blocks, entry);
        }
        if (!lines.footer().isEmpty()) {
            context(blocks, Escapes.slack(lines.footer(), FACTS));
        }
        return message;
    }

    /** What stands under the headline: outlet, date, themes, and the link. */
    private static void facts(ArrayNode blocks, Lines.Entry entry, Phrases phrases) {
        String facts = Escapes.slack(entry.facts(), FACTS);
        String link = link(entry, phrases.read(), SECTION - FACTS - 3);
        context(blocks, link.isEmpty() ? facts : facts + " · " + link);
    }

    private static void quotes(ArrayNode blocks, Lines.Entry entry) {
        StringBuilder text = new StringBuilder();
        for (Quote quote : entry.quotes()) {
            String line = (text.isEmpty() ? "> " : "\n> ") + marked(quote);
            if (text.length() + line.length() <= SECTION) {
                text.append(line);
            }
        }
        if (!text.isEmpty()) {
            section(blocks, text.toString());
        }
    }

    /** Slack sees the end of bold type at spaces only; a space without width does for scripts that have none. */
    private static String marked(Quote quote) {
        return quote.marked(text -> Escapes.slack(text, SECTION), "\u200B*", "*\u200B");
    }

    /** One alert in two lines: its headline, which is the link, and its facts. */
    private static String brief(Lines.Entry entry, String before) {
        String facts = Escapes.slack(entry.facts(), FACTS / 2);
        int left = SECTION - facts.length() - before.length() - 1;
        String link = link(entry, entry.headline(), left);
        return before + (link.isEmpty() ? Escapes.slack(entry.headline(), left) : link) + "\n" + facts;
    }

    /** Empty when there is no address, or when it leaves no room for words. */
    private static String link(Lines.Entry entry, String words, int most) {
        String address = Escapes.slack(entry.address().replace("|", "%7C"), Integer.MAX_VALUE);
        int left = most - address.length() - 3;
        // A second bar would be read as the end of something.
        String label = Escapes.slack(words.replace('|', '\u2223'), left);
        return !entry.hasAddress() || left < 20 ? "" : "<" + address + "|" + label + ">";
    }

    private static void header(ArrayNode blocks, String text) {
        blocks.addObject()
                .put("type", "header")
                .putObject("text")
                .put("type", "plain_text")
                .put("text", Escapes.slack(text, HEADER))
                .put("emoji", false);
    }

    private static void section(ArrayNode blocks, String markdown) {
        mrkdwn(blocks.addObject().put("type", "section").putObject("text"), markdown);
    }

    private static void context(ArrayNode blocks, String markdown) {
        mrkdwn(blocks.addObject().put("type", "context").putArray("elements").addObject(), markdown);
    }

    private static void mrkdwn(ObjectNode text, String markdown) {
        text.put("type", "mrkdwn").put("text", markdown).put("verbatim", true);
    }
}
