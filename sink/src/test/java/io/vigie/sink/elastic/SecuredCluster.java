package io.vigie.sink.elastic;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.vigie.sink.Authority;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Stands in front of a node that has no security of its own, as a secured cluster does: TLS with a certificate of an
 * authority of its own, and 401 in Elasticsearch's words for whoever does not show the right credentials.
 */
final class SecuredCluster implements AutoCloseable {

    private final HttpsServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Relay relay = new Relay();
    private final URI node;
    private final String authorization;
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private volatile @Nullable String expired;

    /**
     * What it was asked.
     *
     * @param contentType absent for a request without a body
     */
    record Request(String path, String accept, @Nullable String contentType) {}

    SecuredCluster(URI node, Authority authority, String authorization) throws IOException {
        this.node = node;
        this.authorization = authorization;
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.setHttpsConfigurator(new HttpsConfigurator(authority.server()));
        server.setExecutor(threads);
        server.createContext("/", this::take);
        server.start();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            requests.add(new Request(
                    exchange.getRequestURI().getPath(),
                    String.valueOf(exchange.getRequestHeaders().getFirst("Accept")),
                    exchange.getRequestHeaders().getFirst("Content-Type")));
            String shown = exchange.getRequestHeaders().getFirst("Authorization");
            if (!authorization.equals(shown)) {
                refuse(exchange, "API key: invalid credentials for API key [a2V5]");
            } else if (expired != null) {
                refuse(exchange, expired);
            } else {
                Relay.answer(exchange, relay.pass(exchange, body, node));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void refuse(HttpExchange exchange, String why) throws IOException {
        exchange.getResponseHeaders().set("X-elastic-product", "Elasticsearch");
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        String error =
                "{\"type\":\"security_exception\",\"reason\":\"unable to authenticate with provided credentials and"
                        + " anonymous access is not allowed for this request\",\"additional_unsuccessful_credentials\":\""
                        + why
                        + "\"}";
        Relay.answer(exchange, 401, ("{\"error\":" + error + ",\"status\":401}").getBytes(UTF_8));
    }

    /** The credentials are no longer good, or good again. */
    void expire(boolean now) {
        expired = now ? "API key: api key is expired" : null;
    }

    URI uri() {
        return URI.create("https://127.0.0.1:" + server.getAddress().getPort());
    }

    List<Request> requests() {
        return requests;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
