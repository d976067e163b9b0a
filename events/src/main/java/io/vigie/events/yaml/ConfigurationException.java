package io.vigie.events.yaml;

import org.jspecify.annotations.Nullable;

/** A configuration that cannot be used. The message is one line for its author: file, line, path, what, remedy. */
public final class ConfigurationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ConfigurationException(String message) {
        this(message, null);
    }

    public ConfigurationException(String message, @Nullable Throwable cause) {
        super(message.replaceAll("\\s*\\R\\s*", " "), cause);
    }
}
