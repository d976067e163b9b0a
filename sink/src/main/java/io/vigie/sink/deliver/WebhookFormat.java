package io.vigie.sink.deliver;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A CloudEvent in structured mode, signed. The id of the event is that of the message: a repeat has the same one, also
 * under {@code Idempotency-Key}.
 *
 * <p>The signature is {@code v1,} and the base64 of HMAC-SHA256 over {@code id.timestamp.body}, in the headers
 * {@code webhook-id}, {@code webhook-timestamp} (seconds since 1970) and {@code webhook-signature}. A receiver compares
 * it in constant time and refuses timestamps that are minutes old.
 *
 * @see <a href="https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md">Standard
 *     Webhooks</a>
 * @see <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/http-protocol-binding.md">CloudEvents
 *     over HTTP</a>
 */
final class WebhookFormat implements MessageFormat {

    private static final String SIGNATURE = "HmacSHA256";

    /** A digest of thousands would be megabytes; {@code total} counts all. */
    private static final int MOST_NOTICES = 500;

    /** Of its alerts and surges. */
    private static final int MOST_CHARACTERS = 1_000_000;

    @Override
    public Payload render(Channel channel, Bulletin bulletin, Instant now) {
        String id = bulletin.id();
        ObjectNode event = MAPPER.createObjectNode();
        event.put("specversion", "1.0");
        event.put("id", id);
        event.put("source", "/vigie/deliver/" + channel.id());
        event.put("type", "io.vigie.delivery." + bulletin.kind().name().toLowerCase(Locale.ROOT) + ".v1");
        event.put("time", bulletin.first().routedAt().toString());
        event.put("datacontenttype", "application/json");
        ObjectNode data = event.putObject("data");
        data.put("total", bulletin.notices().size());
        int left = fill(data.putArray("surges"), bulletin.surges(), MOST_CHARACTERS);
        fill(data.putArray("alerts"), bulletin.alerts(), left);
        String body = MessageFormat.write(event);
        Map<String, String> headers = new HashMap<>();
        headers.put("Idempotency-Key", id);
        headers.put("webhook-id", id);
        headers.put("webhook-timestamp", Long.toString(now.getEpochSecond()));
        Secret secret = channel.secret();
        if (secret != null) {
            headers.put("webhook-signature", "v1," + sign(secret, id, now.getEpochSecond(), body));
        }
        return new Payload.Post("application/cloudevents+json; charset=utf-8", body, headers);
    }

    /** Adds as many as there is room for, one at least; returns the room that is left. */
    private static int fill(ArrayNode array, List<? extends Record> events, int room) {
        int left = room;
        for (Record event : events.subList(0, Math.min(events.size(), MOST_NOTICES))) {
            JsonNode node = MAPPER.valueToTree(event);
            left -= MessageFormat.write(node).length() + 1;
            if (left < 0 && !array.isEmpty()) {
                break;
            }
            array.add(node);
        }
        return left;
    }

    /** Base64 of the HMAC-SHA256 (RFC 2104) of {@code id.timestamp.body}. */
    static String sign(Secret secret, String id, long timestamp, String body) {
        byte[] signed = (id + "." + timestamp + "." + body).getBytes(UTF_8);
        try {
            Mac mac = Mac.getInstance(SIGNATURE);
            mac.init(new SecretKeySpec(secret.reveal().getBytes(UTF_8), SIGNATURE));
            return Base64.getEncoder().encodeToString(mac.doFinal(signed));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + SIGNATURE, e);
        }
    }
}
