package io.vigie.ingest.discover;

import io.vigie.events.ListingHints;
import io.vigie.ingest.charset.EncodedText;
import io.vigie.ingest.discover.Discovered.Problem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Reads any document in which a source may announce its news: feeds, sitemaps and their indexes, gzipped or not, and
 * pages that list articles. It fetches nothing, and whatever it is given it answers in time and memory that the size of
 * the document bounds.
 */
public final class DocumentReader {

    private static final int HEAD = 64 * 1024;

    /**
     * Reads one document.
     *
     * @param document its bytes, without content coding; gzip files are unpacked
     * @param contentType as the server sent it; absent when unknown
     * @param address where it was found, on which relative links are resolved
     * @param hints of the source; absent when it has none
     */
    public Discovered read(byte[] document, @Nullable String contentType, URI address, @Nullable ListingHints hints) {
        ListingHints help = hints == null ? ListingHints.NONE : hints;
        try (Reader text = new BufferedReader(EncodedText.open(Body.of(document), contentType), HEAD)) {
            return read(text, contentType, address, help);
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory cannot fail", e);
        }
    }

    private static Discovered read(Reader text, @Nullable String contentType, URI address, ListingHints hints)
            throws IOException {
        skipByteOrderMark(text);
        String head = head(text);
        if (head.isBlank()) {
            return Discovered.problem(Problem.EMPTY);
        }
        ZoneId zone = hints.zone();
        return switch (Recognition.of(head, contentType)) {
            case FEED -> FeedReader.read(text, address, zone);
            case SITEMAP -> SitemapReader.read(text, address, zone);
            case TEXT_SITEMAP -> TextSitemap.read(text, address);
            case JSON -> JsonFeedReader.read(text, address, zone);
            case HTML -> ListingReader.read(text, address, hints);
            case NOTHING -> Discovered.problem(Problem.UNRECOGNISED);
        };
    }

    private static void skipByteOrderMark(Reader text) throws IOException {
        text.mark(1);
        if (text.read() != '\ufeff') {
            text.reset();
        }
    }

    private static String head(Reader text) throws IOException {
        char[] head = new char[HEAD];
        text.mark(HEAD);
        int length = 0;
        int n = text.read(head, 0, HEAD);
        while (n > 0) {
            length += n;
            n = length < HEAD ? text.read(head, length, HEAD - length) : -1;
        }
        text.reset();
        return new String(head, 0, length);
    }
}
