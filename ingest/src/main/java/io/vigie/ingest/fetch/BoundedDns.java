package io.vigie.ingest.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.Dns;

/**
 * A resolver that gives up in time. A name look-up of the platform cannot be interrupted and may take minutes when name
 * servers are silent; it goes on in a thread of its own while the request that wanted it has long failed.
 */
final class BoundedDns implements Dns, AutoCloseable {

    private static final int MOST_LOOKUPS = 64;

    private final Dns dns;
    private final Duration limit;
    private final ExecutorService threads;

    BoundedDns(Dns dns, Duration limit) {
        this.dns = dns;
        this.limit = limit;
        this.threads = new ThreadPoolExecutor(
                0, MOST_LOOKUPS, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), BoundedDns::daemon);
    }

    @Override
    public List<InetAddress> lookup(String host) throws UnknownHostException {
        Future<List<InetAddress>> answer;
        try {
            answer = threads.submit(() -> dns.lookup(host));
        } catch (RejectedExecutionException e) {
            throw unknown("too many names are being looked up", e);
        }
        try {
            return answer.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw unknown("no name server answered for " + host, e);
        } catch (ExecutionException e) {
            throw unknown("no address for " + host, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unknown("interrupted while looking up " + host, e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private static UnknownHostException unknown(String message, @org.jspecify.annotations.Nullable Throwable cause) {
        UnknownHostException error = new UnknownHostException(message);
        error.initCause(cause);
        return error;
    }

    private static Thread daemon(Runnable lookup) {
        Thread thread = new Thread(lookup, "vigie-dns");
        thread.setDaemon(true);
        return thread;
    }
}
