package io.vigie.sink.deliver;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.vigie.events.json.JsonCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Checks a message against what Slack documents of incoming webhooks, Block Kit and text formatting: written from those
 * pages, without a look at our code.
 *
 * @see <a href="https://docs.slack.dev/reference/block-kit/blocks/header-block">Header block</a>
 * @see <a href="https://docs.slack.dev/reference/block-kit/blocks/section-block">Section block</a>
 * @see <a href="https://docs.slack.dev/reference/block-kit/blocks/context-block">Context block</a>
 * @see <a href="https://docs.slack.dev/messaging/formatting-message-text">Formatting message text</a>
 */
final class SlackLimits {

    private static final Set<String> BLOCKS =
            Set.of("header", "section", "context", "divider", "actions", "image", "rich_text");
    private static final Pattern ANGLE = Pattern.compile("<([^<>]*)>");
    private static final Pattern ENTITY = Pattern.compile("&(?!amp;|lt;|gt;)");

    private final List<String> faults = new ArrayList<>();

    private SlackLimits() {}

    /** What Slack would refuse or misunderstand; empty when all is well. */
    static List<String> faults(String json) throws JsonProcessingException {
        SlackLimits limits = new SlackLimits();
        limits.check(JsonCodec.mapper().readTree(json), json);
        return limits.faults;
    }

    private void check(JsonNode message, String json) {
        require(json.length() <= 13_000, "message of " + json.length() + " characters");
        String text = message.path("text").asText("");
        require(!text.isBlank(), "no fall-back text");
        require(text.length() <= 4_000, "fall-back text of " + text.length());
        markup(text, "text");
        require(!message.path("unfurl_links").asBoolean(true), "links unfold");
        require(!message.path("unfurl_media").asBoolean(true), "media unfold");
        JsonNode blocks = message.path("blocks");
        require(blocks.size() >= 1 && blocks.size() <= 50, blocks.size() + " blocks");
        blocks.forEach(this::block);
    }

    private void block(JsonNode block) {
        String type = block.path("type").asText();
        require(BLOCKS.contains(type), "block of type " + type);
        switch (type) {
            case "header" -> {
                require(block.at("/text/type").asText().equals("plain_text"), "header is not plain_text");
                text(block.path("text"), 150, "header");
            }
            case "section" -> text(block.path("text"), 3_000, "section");
            case "context" -> {
                int elements = block.path("elements").size();
                require(elements >= 1 && elements <= 10, "context of " + elements + " elements");
                block.path("elements").forEach(element -> text(element, 3_000, "context"));
            }
            default -> faults.add("a block that nobody expected: " + type);
        }
    }

    private void text(JsonNode node, int most, String where) {
        String text = node.path("text").asText("");
        require(!text.isEmpty() && text.length() <= most, where + " of " + text.length() + " characters");
        markup(text, where);
        if (node.path("type").asText().equals("mrkdwn")) {
            require(node.path("verbatim").asBoolean(false), where + " lets Slack find links and names itself");
        }
    }

    /** Angle brackets stand for links to the web only, never for channels, users or broadcasts. */
    private void markup(String text, String where) {
        require(!ENTITY.matcher(text).find(), where + " has an ampersand that is no entity");
        Matcher angle = ANGLE.matcher(text);
        StringBuilder rest = new StringBuilder();
        while (angle.find()) {
            String inside = angle.group(1);
            require(inside.startsWith("https://") || inside.startsWith("http://"), where + " has <" + inside + ">");
            require(inside.chars().filter(c -> c == '|').count() <= 1, where + " has a link with two labels");
            angle.appendReplacement(rest, "");
        }
        angle.appendTail(rest);
        require(onlyQuoteSigns(rest), where + " has a loose bracket");
    }

    private static boolean onlyQuoteSigns(CharSequence text) {
        return text.toString()
                .lines()
                .map(line -> line.startsWith("> ") ? line.substring(2) : line)
                .noneMatch(line -> line.contains("<") || line.contains(">"));
    }

    private void require(boolean holds, String fault) {
        if (!holds) {
            faults.add(fault);
        }
    }
}
