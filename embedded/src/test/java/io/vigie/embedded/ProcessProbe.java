package io.vigie.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the operating system and the JVM know about this process. */
final class ProcessProbe {

    private static final String LISTEN = "0A";
    private static final Pattern SOCKET = Pattern.compile("socket:\\[(\\d+)]");

    private ProcessProbe() {}

    static boolean isReadable() {
        return Files.isReadable(Path.of("/proc/self/net/tcp"));
    }

    /** Local addresses of the listening sockets, in the kernel's hexadecimal notation without the port. */
    static Set<String> listeningAddresses() throws IOException {
        Set<String> own = socketInodes();
        return Stream.concat(rows("/proc/self/net/tcp"), rows("/proc/self/net/tcp6"))
                .filter(row -> row.get(3).equals(LISTEN) && own.contains(row.get(9)))
                .map(row -> row.get(1).substring(0, row.get(1).indexOf(':')))
                .collect(Collectors.toSet());
    }

    /** Threads that would keep the process alive. */
    static Set<Thread> nonDaemonThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !thread.isDaemon())
                .collect(Collectors.toSet());
    }

    private static Stream<List<String>> rows(String table) throws IOException {
        return Files.exists(Path.of(table))
                ? Files.readAllLines(Path.of(table)).stream()
                        .skip(1)
                        .map(line -> List.of(line.trim().split("\\s+")))
                : Stream.empty();
    }

    private static Set<String> socketInodes() throws IOException {
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
            return descriptors
                    .map(ProcessProbe::target)
                    .map(SOCKET::matcher)
                    .filter(Matcher::matches)
                    .map(socket -> socket.group(1))
                    .collect(Collectors.toSet());
        }
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException closedMeanwhile) {
            return "";
        }
    }
}
