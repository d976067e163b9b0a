package io.vigie.sink.deliver;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** A word that must not be printed. There is one way to read it, and it is easy to search for. */
public final class Secret {

    private final String word;

    private Secret(String word) {
        if (word.isBlank()) {
            throw new IllegalArgumentException("a secret must not be empty");
        }
        this.word = word;
    }

    /** Wraps a word, as it stands in the configuration once its placeholders are filled. */
    @JsonCreator
    public static Secret of(String word) {
        return new Secret(word);
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
