package io.vigie.bench.ingest;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.net.URI;

/** The least that a look can be: a connection, a request, a short answer. */
final class BareRequests {

    private static final int REQUESTS = 2_000;

    private BareRequests() {}

    /** Processor time of the asking thread for one request, in milliseconds. */
    static double millisEach(ManySites sites, int count) throws IOException {
        long begin = processorTime();
        byte[] answer = new byte[1_024];
        for (int i = 0; i < REQUESTS; i++) {
            URI base = sites.base(count - 1 - i % count);
            try (Socket socket = new Socket(base.getHost(), base.getPort());
                    OutputStream out = socket.getOutputStream();
                    InputStream in = socket.getInputStream()) {
                out.write("GET /nothing HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n"
                        .formatted(base.getAuthority())
                        .getBytes(US_ASCII));
                while (in.read(answer) >= 0) {
                    // to its end
                }
            }
        }
        return (processorTime() - begin) / 1e6 / REQUESTS;
    }

    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
