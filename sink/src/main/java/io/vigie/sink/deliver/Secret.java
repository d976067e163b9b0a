package io.vigie.sink.deliver;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;

/** A word that must not be printed. There is one way to read it, and it is easy to search for. */
public final class Secret {

    private static final String FILE = "file:";

    private final String word;

    private Secret(String word) {
        if (word.isBlank()) {
            throw new IllegalArgumentException("a secret must not be empty");
        }
        this.word = word;
    }

    /** Wraps a word. */
    public static Secret of(String word) {
        return new Secret(word);
    }

    /**
     * A word of the configuration: itself or, as {@code file:/run/secrets/slack}, what stands in that file, without white
     * space around it.
     *
     * @throws IllegalArgumentException when the file cannot be read; the message names it
     */
    @JsonCreator
    public static Secret configured(String text) {
        if (!text.startsWith(FILE)) {
            return new Secret(text);
        }
        String file = text.substring(FILE.length());
        try {
            return new Secret(Files.readString(Path.of(file)).strip());
        } catch (IOException | InvalidPathException e) {
            throw new IllegalArgumentException("secret file " + file + " cannot be read", e);
        }
    }

    /** The word itself, for a header, a signature or an address, and for nothing else. */
    String reveal() {
        return word;
    }

    /** The text with every occurrence of the word masked. */
    String maskIn(String text) {
        return text.replace(word, "***");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret
                && MessageDigest.isEqual(
                        word.getBytes(StandardCharsets.UTF_8), secret.word.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public int hashCode() {
        return word.hashCode();
    }

    @Override
    public String toString() {
        return "***";
    }
}
