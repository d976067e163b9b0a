package io.vigie.sink.deliver;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vigie.events.json.JsonCodec;
import java.time.Instant;

/** Gives a bulletin the form that one kind of receiver takes. Pure. */
interface MessageFormat {

    ObjectMapper MAPPER = JsonCodec.mapper();

    /**
     * The message.
     *
     * @param channel that it goes to
     * @param bulletin what it says
     * @param now time of sending, for signatures
     */
    Payload render(Channel channel, Bulletin bulletin, Instant now);

    static MessageFormat of(Channel.Kind kind) {
        return switch (kind) {
            case SLACK -> new SlackFormat();
            case MATTERMOST -> new MattermostFormat();
            case TEAMS -> new TeamsFormat();
            case DISCORD -> new DiscordFormat();
            case EMAIL -> new EmailFormat();
            case WEBHOOK -> new WebhookFormat();
        };
    }

    static String write(JsonNode message) {
        try {
            return MAPPER.writeValueAsString(message);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a JSON tree that Jackson cannot write", e);
        }
    }
}
