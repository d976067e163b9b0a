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
        Lines lines = Lines.of(bulletin, phrases);
        String title = "#### " + Escapes.markdown(lines.title()) + "\n";
        ObjectNode message = MAPPER.createObjectNode();
        message.put("text", title + MarkdownText.below(lines, bulletin.kind(), phrases, TEXT - title.length()));
        return Payload.Post.json(MessageFormat.write(message));
    }
}
