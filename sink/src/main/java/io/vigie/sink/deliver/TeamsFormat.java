package io.vigie.sink.deliver;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vigie.events.Delivery;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * An adaptive card for a Microsoft Teams workflow ("when a webhook request is received"). Its text stands in runs, which
 * know no markup, so that no text of strangers can become any. A card may have 28 KB.
 *
 * @see <a href="https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-format">Format
 *     cards in Teams</a>
 * @see <a href="https://adaptivecards.io/explorer/RichTextBlock.html">RichTextBlock</a>
 */
final class TeamsFormat implements MessageFormat {

    private static final int MESSAGE_BYTES = 24_000;

    @Override
    public Payload render(Channel channel, Bulletin bulletin, Instant now) {
        Phrases phrases = Phrases.of(channel.language());
        return Payload.Post.json(MessageFormat.fitting(
                bulletin,
                phrases,
                lines -> MessageFormat.write(message(bulletin.kind(), lines, phrases)),
                message -> message.getBytes(StandardCharsets.UTF_8).length <= MESSAGE_BYTES));
    }

    private static ObjectNode message(Delivery.Kind kind, Lines lines, Phrases phrases) {
        ObjectNode message = MAPPER.createObjectNode().put("type", "message");
        ObjectNode card = message.putArray("attachments")
                .addObject()
                .put("contentType", "application/vnd.microsoft.card.adaptive")
                .putObject("content")
                .put("$schema", "http://adaptivecards.io/schemas/adaptive-card.json")
                .put("type", "AdaptiveCard")
                .put("version", "1.4");
        ArrayNode body = card.putArray("body");
        run(block(body), lines.title()).put("weight", "Bolder").put("size", "Medium");
        if (!lines.kicker().isEmpty()) {
            run(block(body), lines.kicker()).put("weight", "Bolder");
        }
        boolean digest = kind == Delivery.Kind.DIGEST;
        for (int i = 0; i < lines.entries().size(); i++) {
            entry(body, lines.entries().get(i), i == 0 && !digest, digest ? "" : phrases.also() + " ");
        }
        if (!lines.footer().isEmpty()) {
            run(block(body), lines.footer()).put("isSubtle", true);
        }
        Lines.Entry first = lines.entries().get(0);
        if (!digest && first.hasAddress()) {
            open(card.putArray("actions").addObject(), first.address()).put("title", phrases.read());
        }
        return message;
    }

    private static void entry(ArrayNode body, Lines.Entry entry, boolean titled, String before) {
        if (!titled) {
            ObjectNode headline = run(block(body), before + entry.headline());
            if (entry.hasAddress()) {
                open(headline.putObject("selectAction"), entry.address());
            }
        }
        ArrayNode facts = titled ? block(body) : block(body, "None");
        run(facts, entry.facts()).put("isSubtle", true).put("size", "Small");
        for (Quote quote : entry.quotes()) {
            ArrayNode sentence = block(body);
            for (Quote.Run part : quote.runs()) {
                ObjectNode text = run(sentence, part.text());
                if (part.marked()) {
                    text.put("weight", "Bolder").put("highlight", true);
                }
            }
        }
    }

    private static ArrayNode block(ArrayNode body) {
        return body.addObject().put("type", "RichTextBlock").putArray("inlines");
    }

    private static ArrayNode block(ArrayNode body, String spacing) {
        return body.addObject()
                .put("type", "RichTextBlock")
                .put("spacing", spacing)
                .putArray("inlines");
    }

    private static ObjectNode run(ArrayNode inlines, String text) {
        return inlines.addObject().put("type", "TextRun").put("text", text);
    }

    private static ObjectNode open(ObjectNode action, String address) {
        return action.put("type", "Action.OpenUrl").put("url", address);
    }
}
