package io.vigie.ingest.markup;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads feeds and sitemaps as a stream of elements, in one pass, in memory that does not grow with the document.
 *
 * <p>End tags that fit nothing are passed over; one that fits an outer element ends all inside it. Elements nested deeper
 * than {@value #DEEPEST} are counted and otherwise ignored.
 */
public final class MarkupReader {

    private static final int DEEPEST = 256;
    private static final int LONGEST_TEXT = 64 * 1024;

    /** Elements of HTML between which a reader would see a space. */
    private static final Set<String> BREAKS = Set.of("br", "p", "div", "li", "td", "tr");

    private final MarkupHandler handler;
    private final URI document;
    private final Deque<MarkupElement> open = new ArrayDeque<>();
    private final Map<String, Integer> openNames = new HashMap<>();
    private final StringBuilder text = new StringBuilder();
    private @Nullable MarkupElement collecting;
    private int tooDeep;

    private MarkupReader(URI document, MarkupHandler handler) {
        this.document = document;
        this.handler = handler;
    }

    /**
     * Hands a whole document to {@code handler}. Elements that are still open where the document breaks off are not
     * ended.
     *
     * @param document address, the outermost base of references
     * @throws IOException only when {@code source} throws one
     */
    public static void read(Reader source, URI document, MarkupHandler handler) throws IOException {
        new MarkupReader(document, handler).read(new MarkupLexer(source));
    }

    private void read(MarkupLexer lexer) throws IOException {
        for (MarkupLexer.Token token = lexer.next(); token != MarkupLexer.Token.END_OF_DOCUMENT; token = lexer.next()) {
            switch (token) {
                case START -> start(lexer);
                case END -> endTag(lexer.name().toLowerCase(Locale.ROOT));
                default -> characters(lexer.text());
            }
        }
    }

    private void start(MarkupLexer lexer) {
        if (open.size() >= DEEPEST) {
            tooDeep += lexer.isEmpty() ? 0 : 1;
            return;
        }
        MarkupElement element =
                MarkupElement.of(lexer.name().toLowerCase(Locale.ROOT), lexer.attributes(), open.peek(), document);
        endImplied(element);
        element = MarkupElement.of(element.written(), lexer.attributes(), open.peek(), document);
        open.push(element);
        openNames.merge(element.written(), 1, Integer::sum);
        if (collecting != null) {
            separate(element.written());
        } else if (handler.start(element)) {
            collecting = element;
            text.setLength(0);
        }
        if (lexer.isEmpty()) {
            end();
        }
    }

    private void endImplied(MarkupElement starting) {
        MarkupElement innermost = open.peek();
        MarkupElement ended = innermost == null ? null : handler.endedBy(starting.name(), innermost);
        if (ended != null) {
            endThrough(ended);
        }
    }

    private void endThrough(MarkupElement last) {
        boolean more = true;
        while (more) {
            more = open.peek() != last;
            end();
        }
    }

    private void endTag(String written) {
        if (tooDeep > 0) {
            tooDeep--;
            return;
        }
        if (!openNames.containsKey(written)) {
            return;
        }
        boolean more = true;
        while (more) {
            more = !open.element().written().equals(written);
            end();
        }
    }

    private void end() {
        MarkupElement element = open.pop();
        openNames.computeIfPresent(element.written(), (name, count) -> count == 1 ? null : count - 1);
        if (collecting == null) {
            handler.end(element, "");
        } else if (element == collecting) {
            collecting = null;
            handler.end(element, text.toString());
        } else {
            separate(element.written());
        }
    }

    private void separate(String written) {
        if (BREAKS.contains(written.substring(written.indexOf(':') + 1))) {
            characters(" ");
        }
    }

    private void characters(CharSequence characters) {
        if (collecting != null && text.length() < LONGEST_TEXT) {
            text.append(characters, 0, Math.min(characters.length(), LONGEST_TEXT - text.length()));
        }
    }
}
