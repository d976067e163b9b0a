package io.vigie.audit.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vigie.events.PressItem;
import io.vigie.events.json.JsonCodec;
import java.util.ArrayList;
import java.util.List;

/**
 * A field of an item that is not what its page says when it is read again. Long texts are cut to where they part.
 *
 * @param field of {@link PressItem}
 * @param recorded what the item has, as JSON has it; empty when it has nothing there
 * @param again what the page says now
 */
public record FieldDifference(String field, String recorded, String again) {

    private static final ObjectMapper MAPPER = JsonCodec.mapper();

    /** Everything that a page has a say in. */
    private static final List<String> FIELDS = List.of(
            "id",
            "uri",
            "pubStatus",
            "headline",
            "body",
            "byline",
            "language",
            "datePublished",
            "dateModified",
            "outlet",
            "editions",
            "snapshot",
            "detectedAt");

    /** Enough to see what happened, and to find the place. */
    private static final int LONGEST = 240;

    private static final int BEFORE = 60;

    /** What differs, in the order of the fields; empty when both are the same. */
    public static List<FieldDifference> between(PressItem recorded, PressItem again) {
        if (recorded.equals(again)) {
            return List.of();
        }
        JsonNode one = MAPPER.valueToTree(recorded);
        JsonNode other = MAPPER.valueToTree(again);
        List<FieldDifference> differences = new ArrayList<>();
        for (String field : FIELDS) {
            String before = text(one.path(field));
            String after = text(other.path(field));
            if (!before.equals(after)) {
                int parting = parting(before, after);
                differences.add(new FieldDifference(field, cut(before, parting), cut(after, parting)));
            }
        }
        return differences;
    }

    private static String text(JsonNode value) {
        return value.isTextual() ? value.textValue() : value.toString();
    }

    private static int parting(String one, String other) {
        int at = 0;
        while (at < Math.min(one.length(), other.length()) && one.charAt(at) == other.charAt(at)) {
            at++;
        }
        return at;
    }

    private static String cut(String text, int parting) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int from = Math.max(0, parting - BEFORE);
        int to = Math.min(text.length(), from + LONGEST);
        return (from > 0 ? "… " : "") + text.substring(Math.min(from, to), to) + (to < text.length() ? " …" : "");
    }
}
