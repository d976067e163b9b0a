package io.vigie.cli.demo;

import io.vigie.cli.demo.Newsstand.Showing;
import io.vigie.events.Sha256;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the site has to say at an address, before conditions of the request are weighed.
 *
 * @param status HTTP status
 * @param mediaType without parameters
 * @param charset of the body
 * @param body text to send
 * @param modified when it last changed; absent when that means nothing, as for an error
 * @param page whose page it is; absent for everything that is not the page of an item
 */
record Answer(
        int status,
        String mediaType,
        Charset charset,
        String body,
        @Nullable Instant modified,
        @Nullable Page page) {

    /** The page of an item, in one of its states. */
    record Page(DemoItem item, Showing showing) {}

    static Answer plain(int status, String body) {
        return new Answer(status, "text/plain", StandardCharsets.UTF_8, body + "\n", null, null);
    }

    byte[] bytes() {
        return body.getBytes(charset);
    }

    /** Strong entity tag (RFC 9110, 8.8.3), with its quotes. */
    String etag() {
        return '"' + Sha256.hex(bytes()).substring(0, 20) + '"';
    }
}
