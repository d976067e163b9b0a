package io.vigie.sink.elastic;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.ErrorCause;
import co.elastic.clients.json.JsonData;
import co.elastic.clients.transport.TransportException;
import io.vigie.sink.elastic.Verdict.Blame;
import java.io.IOException;
import java.security.cert.CertificateException;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The one place that says what a failure of Elasticsearch means.
 *
 * <p>Two mistakes are to be avoided: to retry for ever what will never be taken, which blocks everyone behind it; and to
 * give up on what was only refused for now, which loses it. So a 4xx rejects an item unless its type says that the index
 * or the caller is at fault, and not the document.
 */
final class ElasticFailures {

    /** What was wrong with an API key; the reason says only that something was. */
    private static final String REFUSED_CREDENTIALS = "additional_unsuccessful_credentials";

    private static final int CONFLICT = 409;
    private static final int TOO_LARGE = 413;
    private static final int TOO_MANY = 429;

    /** Types of 4xx that a document cannot help: somebody must mend the cluster, and then it will be taken. */
    private static final Set<String> NOT_THE_DOCUMENTS_FAULT = Set.of(
            "cluster_block_exception",
            "index_closed_exception",
            "index_not_found_exception",
            "security_exception",
            "validation_exception",
            "no_such_index_exception");

    private ElasticFailures() {}

    static boolean isConflict(int status) {
        return status == CONFLICT;
    }

    /** An item of a bulk that was answered. */
    static Verdict ofItem(int status, @Nullable ErrorCause error) {
        String type = error == null || error.type() == null ? "http_" + status : error.type();
        String message = describe(error);
        if (status == TOO_MANY || status == 502 || status == 503 || status == 504) {
            return Verdict.away(type + ": " + message);
        }
        if (status >= 500) {
            return new Verdict.Retriable(type + ": " + message, Blame.UNCLEAR);
        }
        if (status == 401 || status == 403 || status == 408 || NOT_THE_DOCUMENTS_FAULT.contains(type)) {
            return Verdict.away(type + ": " + message);
        }
        return new Verdict.Rejected(type, message);
    }

    /**
     * A request that failed as a whole. {@link Verdict.Rejected} means that its content is at fault: a request of
     * several items can be halved to find which.
     */
    static Verdict ofRequest(Exception failure) {
        if (failure instanceof ElasticsearchException e) {
            return ofItem(e.status(), e.error());
        }
        if (failure instanceof TransportException e && e.statusCode() == TOO_LARGE) {
            return new Verdict.Rejected("http_413", "the request is larger than the server takes");
        }
        if (failure instanceof TransportException e && e.statusCode() >= 300) {
            return Verdict.away("HTTP status " + e.statusCode() + " that is not from Elasticsearch");
        }
        return Verdict.away(describe(failure));
    }

    /** One line: what Elasticsearch says of it, or the class that says most and its message; and what to look at. */
    static String describe(Throwable failure) {
        if (failure instanceof ElasticsearchException e) {
            return e.error().type() + ": " + describe(e.error());
        }
        Throwable root = failure;
        while ((root instanceof IOException || root instanceof ExecutionException) && root.getCause() != null) {
            root = root.getCause();
        }
        String line = root.getClass().getSimpleName() + ": " + firstLine(root.getMessage());
        return root instanceof CertificateException ? line + "; see elasticsearch.ca" : line;
    }

    private static String describe(@Nullable ErrorCause error) {
        if (error == null) {
            return "no reason given";
        }
        ErrorCause cause = error.causedBy();
        JsonData credentials = error.metadata().get(REFUSED_CREDENTIALS);
        return Stream.of(
                        firstLine(error.reason()),
                        cause == null || cause.reason() == null ? "" : firstLine(cause.reason()),
                        credentials == null ? "" : firstLine(credentials.to(String.class)))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("; "));
    }

    private static String firstLine(@Nullable String text) {
        return text == null ? "no reason given" : text.lines().findFirst().orElse("no reason given");
    }
}
