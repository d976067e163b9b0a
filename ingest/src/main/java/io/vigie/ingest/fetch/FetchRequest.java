package io.vigie.ingest.fetch;

import io.vigie.events.FetchState.Validators;
import java.net.URI;

/**
 * One address to fetch.
 *
 * @param uri http or https
 * @param validators of the last answer, sent back as they came; {@link Validators#NONE} for an unconditional GET
 * @param allowPrivate {@code true} lets the address, and every redirect from it, stand on a loopback or private
 *     network; never on a metadata service
 */
public record FetchRequest(URI uri, Validators validators, boolean allowPrivate) {

    /** An unconditional GET on the public internet. */
    public static FetchRequest of(URI uri) {
        return new FetchRequest(uri, Validators.NONE, false);
    }
}
