package io.vigie.ingest.fetch;

import okhttp3.Headers;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Redirects as answers tell them. They are followed by hand, so that every hop is judged anew. */
final class Redirects {

    private Redirects() {}

    static boolean isRedirect(int status) {
        return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    }

    /** Where it leads; absent when it says nothing, or nothing that can be fetched. */
    static @Nullable HttpUrl target(HttpUrl from, Headers headers) {
        String location = headers.get("Location");
        return location == null ? null : from.resolve(location);
    }
}
