package io.vigie.sink.deliver;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * Mattermost's incoming webhooks: markdown in {@code text}, cut well below the 4,000 characters of older servers.
 *
 * @see <a href="https://developers.mattermost.com/integrate/webhooks/incoming/">Incoming webhooks</a>
 */
final class MattermostFormat implements MessageFormat {

    private static final int TEXT = 3_800;

    @Override
    public Payload render(Channel channel, Bulletin bulletin, Instant now) {
        Phrases phrases = Phrases.of(channel.language());
        ObjectNode message = MAPPER.createObjectNode();
        message.put(
                "text",
                MessageFormat.fitting(
                        bulletin, phrases, lines -> text(lines, bulletin, phrases), text -> text.length() <= TEXT));
        return Payload.Post.json(MessageFormat.write(message));
    }

    private static String text(Lines lines, Bulletin bulletin, Phrases phrases) {
        return "#### " + Escapes.markdown(lines.title()) + "\n" + MarkdownText.below(lines, bulletin.kind(), phrases);
    }
}
