package io.vigie.sink.deliver;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vigie.events.json.JsonCodec;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

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

    /**
     * The message with as many entries as fit, the others counted; when a single one does not, with as much of it.
     *
     * @param render what is held against the limit
     */
    static String fitting(Bulletin bulletin, Phrases phrases, Function<Lines, String> render, Predicate<String> fits) {
        Lines lines = Lines.of(bulletin, phrases, Lines.MOST_ENTRIES);
        String message = render.apply(lines);
        while (!fits.test(message)) {
            int shown = lines.entries().size();
            Optional<Lines> less =
                    shown > 1 ? Optional.of(Lines.of(bulletin, phrases, shown - 1)) : lines.withLessOfTheFirst();
            if (less.isEmpty()) {
                return message;
            }
            lines = less.get();
            message = render.apply(lines);
        }
        return message;
    }

    static String write(JsonNode message) {
        try {
            return MAPPER.writeValueAsString(message);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a JSON tree that Jackson cannot write", e);
        }
    }
}
