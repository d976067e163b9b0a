package io.vigie.ingest.check;

/**
 * A page or document of a list that could not be read.
 *
 * @param path as written in the list
 * @param url as written in the list; empty when it has none
 * @param error what was wrong, for people
 */
public record Unread(String path, String url, String error) implements Answer {

    @Override
    public boolean failed() {
        return true;
    }
}
