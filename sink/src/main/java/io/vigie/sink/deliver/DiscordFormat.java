package io.vigie.sink.deliver;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vigie.events.Delivery;
import java.time.Instant;

/**
 * Discord's webhooks: one embed with a title up to 256 characters and a description up to 4,096. The message mentions
 * nobody, whatever its text says: {@code allowed_mentions} is empty.
 *
 * @see <a href="https://discord.com/developers/docs/resources/webhook#execute-webhook">Execute webhook</a>
 */
final class DiscordFormat implements MessageFormat {

    private static final int TITLE = 256;
    private static final int DESCRIPTION = 4_000;

    @Override
    public Payload render(Channel channel, Bulletin bulletin, Instant now) {
        Phrases phrases = Phrases.of(channel.language());
        Lines lines = Lines.of(bulletin, phrases, 1);
        ObjectNode message = MAPPER.createObjectNode();
        message.putObject("allowed_mentions").putArray("parse");
        ObjectNode embed = message.putArray("embeds").addObject();
        // Titles are plain text there; backslashes would show.
        embed.put("title", CleanText.line(lines.title(), TITLE));
        Lines.Entry first = lines.entries().get(0);
        if (bulletin.kind() != Delivery.Kind.DIGEST && first.hasAddress()) {
            embed.put("url", first.address());
        }
        embed.put(
                "description",
                MessageFormat.fitting(
                        bulletin,
                        phrases,
                        shown -> MarkdownText.below(shown, bulletin.kind(), phrases),
                        text -> text.length() <= DESCRIPTION));
        return Payload.Post.json(MessageFormat.write(message));
    }
}
