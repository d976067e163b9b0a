package io.vigie.ingest.discover;

import io.vigie.ingest.markup.MarkupElement;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which of the addresses in an entry is that of the article. */
final class FeedLinks {

    private static final Pattern WEB = Pattern.compile("(?is)\\s*https?://.*");
    private static final String REGISTERED = "http://www.iana.org/assignments/relation/";

    private FeedLinks() {}

    /** A {@code link} with its address in an attribute, as in Atom and RSS 1.1. */
    static void read(MarkupElement link, EntryBuilder entry) {
        String href = link.attribute("href");
        entry.link(2, link.base(), link.attribute("rdf:resource"));
        if (href == null || href.isBlank()) {
            return;
        }
        String rel = lower(link.attribute("rel")).replace(REGISTERED, "");
        String type = lower(link.attribute("type"));
        if (rel.isEmpty() || (" " + rel + " ").contains(" alternate ")) {
            boolean page = type.isEmpty() || type.contains("html");
            entry.link(page ? 2 : 4, link.base(), href);
            String language = link.attribute("hreflang");
            if (language != null) {
                entry.edition(language, link.base(), href);
            }
        } else if (rel.equals("self") || rel.equals("related") || rel.equals("via")) {
            entry.link(9, link.base(), href);
        }
    }

    /** An element with the address as its text. */
    static void read(MarkupElement element, String text, EntryBuilder entry) {
        switch (element.name()) {
            // The address of the article itself, where link is that of a counting redirector.
            case "feedburner:origlink", "pheedo:origlink" -> entry.link(0, element.base(), text);
            case "link" -> {
                // Beside an address in an attribute, text is one as well only where it cannot be anything else.
                if (element.attribute("href") == null || WEB.matcher(text).matches()) {
                    entry.link(1, element.base(), text);
                }
            }
            case "guid" -> {
                String permanent = lower(element.attribute("ispermalink"));
                if (!permanent.equals("false")
                        && (permanent.equals("true") || WEB.matcher(text).matches())) {
                    entry.link(5, element.base(), text);
                }
            }
            case "id" -> {
                if (WEB.matcher(text).matches()) {
                    entry.link(6, element.base(), text);
                }
            }
            default -> {
                // an element that is of interest for its attributes only
            }
        }
    }

    private static String lower(@Nullable String value) {
        return value == null ? "" : value.strip().toLowerCase(Locale.ROOT);
    }
}
