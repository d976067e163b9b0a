package io.vigie.ingest.fetch;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;
import okhttp3.internal.http2.ConnectionShutdownException;
import okhttp3.internal.http2.StreamResetException;
import org.jspecify.annotations.Nullable;

/** Exceptions and statuses into {@link FetchFailure}. The one place that does so. */
final class FetchFailures {

    private static final int LONGEST_CHAIN = 8;
    private static final int LONGEST_HONEST_HEADER = 100_000;
    private static final Pattern NO_END_OF_LINE = Pattern.compile("not found: limit=(\\d{1,9})");

    private FetchFailures() {}

    static FetchFailure of(IOException error) {
        FetchFailure own = ownReason(error, 0);
        if (own != null) {
            return own;
        }
        if (error instanceof UnknownHostException) {
            return FetchFailure.UNKNOWN_HOST;
        }
        if (error instanceof SSLException) {
            return FetchFailure.TLS;
        }
        if (error instanceof SocketTimeoutException) {
            return mentions(error, "connect") ? FetchFailure.CONNECT_TIMEOUT : FetchFailure.READ_TIMEOUT;
        }
        if (error instanceof InterruptedIOException) {
            return mentions(error, "timeout") ? FetchFailure.DEADLINE : FetchFailure.CANCELLED;
        }
        if (error instanceof ConnectException || error instanceof NoRouteToHostException) {
            // OkHttp turns a connect that timed out into a ConnectException with the cause inside.
            return error.getCause() instanceof SocketTimeoutException
                    ? FetchFailure.CONNECT_TIMEOUT
                    : FetchFailure.UNREACHABLE;
        }
        if (hasEndlessHeader(error)) {
            return FetchFailure.PROTOCOL;
        }
        if (error instanceof EOFException || mentions(error, "unexpected end of stream")) {
            return FetchFailure.TRUNCATED;
        }
        if (error instanceof ZipException || mentions(error, "brotli")) {
            return FetchFailure.BAD_ENCODING;
        }
        if (error instanceof ProtocolException) {
            return FetchFailure.PROTOCOL;
        }
        if (error instanceof SocketException
                || error instanceof StreamResetException
                || error instanceof ConnectionShutdownException) {
            return FetchFailure.CONNECTION_LOST;
        }
        return mentions(error, "canceled") ? FetchFailure.CANCELLED : FetchFailure.PROTOCOL;
    }

    /** What a status other than 2xx, 304, 404, 410 and 429 means. */
    static FetchFailure ofStatus(int status) {
        return switch (status) {
            case 401, 403, 451 -> FetchFailure.REFUSED;
            default ->
                status >= 500
                        ? FetchFailure.SERVER_ERROR
                        : status >= 400 ? FetchFailure.CLIENT_ERROR : FetchFailure.UNEXPECTED_STATUS;
        };
    }

    /** For people; never more than a line. */
    static String detail(IOException error) {
        String message = error.getMessage();
        String text = message == null ? error.getClass().getSimpleName() : message;
        String line = text.lines().findFirst().orElse("");
        return line.substring(0, Math.min(line.length(), 300));
    }

    /** The client tries every address of a name and reports one failure with the others inside: a refusal must not be lost. */
    private static @Nullable FetchFailure ownReason(@Nullable Throwable error, int depth) {
        if (error == null || depth > LONGEST_CHAIN) {
            return null;
        }
        if (error instanceof FetchException classified) {
            return classified.failure();
        }
        for (Throwable other : error.getSuppressed()) {
            FetchFailure reason = ownReason(other, depth + 1);
            if (reason != null) {
                return reason;
            }
        }
        return ownReason(error.getCause(), depth + 1);
    }

    /** OkHttp stops at 256 KiB of headers and says that it found no end of line within so many bytes. */
    private static boolean hasEndlessHeader(Throwable error) {
        Throwable cause = error.getCause();
        if (cause != null && hasEndlessHeader(cause)) {
            return true;
        }
        Matcher limit = NO_END_OF_LINE.matcher(String.valueOf(error.getMessage()));
        return limit.find() && Integer.parseInt(limit.group(1)) > LONGEST_HONEST_HEADER;
    }

    private static boolean mentions(Throwable error, String words) {
        String message = error.getMessage();
        return message != null && message.toLowerCase(Locale.ROOT).contains(words);
    }
}
