package io.vigie.sink.elastic;

import static java.nio.charset.StandardCharsets.UTF_8;

import co.elastic.clients.elasticsearch._types.FieldValue;
import java.util.Base64;
import java.util.List;

/**
 * Where a page ended: the sort values of its last alert, as one opaque word.
 *
 * @param millis {@code detectedAt} or, as of a moment, {@code filedAt}, in milliseconds since 1970
 * @param alertId tells apart alerts of the same millisecond
 */
record Cursor(long millis, String alertId) {

    String encode() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((millis + ":" + alertId).getBytes(UTF_8));
    }

    static Cursor decode(String word) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(word), UTF_8);
            int colon = text.indexOf(':');
            return new Cursor(Long.parseLong(text.substring(0, Math.max(colon, 0))), text.substring(colon + 1));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("this is not a cursor that a page of alerts gave out", e);
        }
    }

    List<FieldValue> values() {
        return List.of(FieldValue.of(millis), FieldValue.of(alertId));
    }
}
