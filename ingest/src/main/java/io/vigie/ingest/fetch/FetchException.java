package io.vigie.ingest.fetch;

import java.io.IOException;

/** A failure that is already classified, on its way through code that only knows {@link IOException}. */
final class FetchException extends IOException {

    private static final long serialVersionUID = 1L;

    private final FetchFailure failure;

    FetchException(FetchFailure failure, String message) {
        super(message);
        this.failure = failure;
    }

    FetchFailure failure() {
        return failure;
    }
}
