package io.vigie.ingest.markup;

import org.jspecify.annotations.Nullable;

/** Receives a document, element by element, from {@link MarkupReader}. */
public interface MarkupHandler {

    /**
     * A start tag was read.
     *
     * @return whether the text in this element is wanted
     */
    boolean start(MarkupElement element);

    /**
     * An element ended.
     *
     * @param text all text inside, that of nested elements too, when it was wanted; empty otherwise
     */
    void end(MarkupElement element, String text);

    /**
     * The open element that must have ended although no end tag said so, now that an element with this name starts.
     *
     * @param innermost of the open elements
     * @return {@code null} when the new element may well stand inside
     */
    default @Nullable MarkupElement endedBy(String name, MarkupElement innermost) {
        return null;
    }
}
