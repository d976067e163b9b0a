package io.vigie.sink.deliver;

import java.util.Map;

/** A message in the form that its receiver takes. Bodies are nobody's business in a log, and are not printed. */
sealed interface Payload {

    /**
     * What is posted to a webhook.
     *
     * @param contentType media type of the body
     * @param body text, sent as UTF-8
     * @param headers further headers, such as a signature
     */
    record Post(String contentType, String body, Map<String, String> headers) implements Payload {

        public Post {
            headers = Map.copyOf(headers);
        }

        static Post json(String body) {
            return new Post("application/json; charset=utf-8", body, Map.of());
        }

        @Override
        public String toString() {
            return "Post[" + contentType + ", " + body.length() + " characters]";
        }
    }

    /**
     * An e-mail.
     *
     * @param messageId RFC 5322, the same for a repeat
     * @param subject one line
     * @param text for readers without HTML
     * @param html the same as a document of its own, without anything to load
     */
    record Mail(String messageId, String subject, String text, String html) implements Payload {

        @Override
        public String toString() {
            return "Mail[" + messageId + "]";
        }
    }
}
