package io.vigie.ingest.check;

import io.vigie.ingest.robots.RobotsRules;
import java.io.IOException;
import java.nio.file.Path;

/** Asks a stored robots.txt: {@code vigie robots}. Thread-safe. */
public final class RobotsCheck {

    private final String agent;

    /**
     * Asks for one crawler.
     *
     * @param agent its product token, for example {@code Vigie}
     */
    public RobotsCheck(String agent) {
        this.agent = agent;
    }

    /**
     * Answers one line of a list: {@code true} when the address may be fetched.
     *
     * @param line {@code robots.txt-path<TAB>url}; the address may be a path alone
     * @param list where the line stands
     * @throws IOException with a message for people, when the file cannot be read
     */
    public boolean allows(String line, Path list) throws IOException {
        ListedFile file = ListedFile.parse(line);
        return RobotsRules.parse(file.bytes(list)).allows(agent, file.url());
    }

    /** {@code allowed} or {@code disallowed}, as the command prints it. */
    public static String word(boolean allowed) {
        return allowed ? "allowed" : "disallowed";
    }
}
