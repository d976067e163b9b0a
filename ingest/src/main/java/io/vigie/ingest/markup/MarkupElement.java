package io.vigie.ingest.markup;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** An element whose start tag was read. */
public final class MarkupElement {

    private final String written;
    private final String name;
    private final Attributes attributes;
    private final Namespaces namespaces;
    private final URI base;
    private final @Nullable MarkupElement parent;

    private MarkupElement(
            String written, Attributes attributes, Namespaces namespaces, URI base, @Nullable MarkupElement parent) {
        this.written = written;
        this.name = namespaces.canonicalName(written);
        this.attributes = attributes;
        this.namespaces = namespaces;
        this.base = base;
        this.parent = parent;
    }

    static MarkupElement of(String written, Attributes attributes, @Nullable MarkupElement parent, URI document) {
        Namespaces outer = parent == null ? Namespaces.NONE : parent.namespaces;
        URI base = parent == null ? document : parent.base;
        String stated = attributes.value("xml:base");
        URI own = stated == null ? null : UriReferences.resolve(base, stated);
        return new MarkupElement(written, attributes, outer.with(attributes), own == null ? base : own, parent);
    }

    /** In lower case, with the usual prefix of its namespace: {@code title}, {@code dc:date}, {@code media:group}. */
    public String name() {
        return name;
    }

    /** An attribute by its name as written, case aside. */
    public @Nullable String attribute(String attribute) {
        return attributes.value(attribute);
    }

    public @Nullable MarkupElement parent() {
        return parent;
    }

    /** Against which references in this element are resolved: the document's address and every {@code xml:base} above. */
    public URI base() {
        return base;
    }

    String written() {
        return written;
    }
}
