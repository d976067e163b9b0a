package io.vigie.embedded;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;
import org.elasticsearch.common.settings.Settings;

/**
 * The node as a process of its own, for an image that stands in for the official one where no registry can be reached.
 *
 * <p>Takes one argument, the data directory, and settings from the environment as the official image does: every
 * variable whose name is dotted lower case, such as {@code cluster.name} or {@code http.port}. Serves on all
 * interfaces, prints a line ending in {@code started} to stdout, and stops cleanly on SIGTERM.
 */
public final class ElasticsearchMain {

    private static final Pattern SETTING = Pattern.compile("[a-z0-9_]+(\\.[a-z0-9_]+)+");
    private static final String HTTP_PORT = "http.port";
    /** The features under this prefix are not in the published server libraries. */
    private static final String XPACK = "xpack.";

    private ElasticsearchMain() {}

    /** Exit code 2 and one line on stderr when the arguments, a setting, the port or the directory will not do. */
    public static void main(String[] arguments) throws InterruptedException {
        if (arguments.length != 1) {
            System.err.println("usage: ElasticsearchMain DATA-DIRECTORY");
            System.exit(2);
        }
        EmbeddedElasticsearch elasticsearch;
        try {
            Settings settings = settings(System.getenv());
            elasticsearch = EmbeddedElasticsearch.at(Path.of(arguments[0]))
                    .port(settings.getAsInt(HTTP_PORT, EmbeddedElasticsearch.DEFAULT_PORT))
                    .start(settings);
        } catch (StartException | IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(elasticsearch::close, "stop"));
        System.out.println("[" + elasticsearch.uri() + "] started");
        // Elasticsearch's own threads do not keep a process alive.
        new CountDownLatch(1).await();
    }

    /**
     * The node's settings among the variables of an environment.
     *
     * @throws StartException when security is asked for, which would otherwise be silently absent
     */
    static Settings settings(Map<String, String> environment) {
        Settings.Builder settings = Settings.builder().put("http.host", "0.0.0.0");
        environment.forEach((name, value) -> {
            if (name.startsWith(XPACK)) {
                refuseSecurity(name, value);
            } else if (SETTING.matcher(name).matches()) {
                settings.put(name, value);
            }
        });
        return settings.build();
    }

    private static void refuseSecurity(String name, String value) {
        if (name.equals("xpack.security.enabled") && Boolean.parseBoolean(value)) {
            throw new StartException("xpack.security.enabled: true is not available in this node; "
                    + "set it to false or run the official distribution");
        }
    }
}
