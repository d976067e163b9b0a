package io.vigie.ingest.check;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vigie.ingest.scrape.ScrapedPage;
import io.vigie.ingest.scrape.Scraper;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads a stored page: {@code vigie extract}. Thread-safe. */
public final class ExtractCheck {

    private final Scraper scraper = new Scraper();

    /**
     * What a page says.
     *
     * @param title empty when it has none
     * @param text paragraphs, one a line
     * @param published ISO-8601; absent when the page states no date
     * @param author names as printed, separated by {@code ", "}; absent when none is printed
     * @param language BCP 47; absent when it could not be told
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Extracted(
            String path,
            String url,
            String title,
            String text,
            @Nullable String published,
            @Nullable String author,
            @Nullable String language)
            implements Answer {}

    /**
     * Answers one line of a list.
     *
     * @param line {@code path<TAB>url}
     * @param list where the line stands
     */
    public Answer answer(String line, Path list) {
        ListedFile file = ListedFile.parse(line);
        try {
            ScrapedPage page = scraper.scrape(file.bytes(list), file.contentType(), file.uri());
            return new Extracted(
                    file.path(),
                    file.url(),
                    page.title(),
                    page.text(),
                    Answer.iso(page.published()),
                    page.byline().isEmpty() ? null : String.join(", ", page.byline()),
                    page.language());
        } catch (IOException e) {
            return new Unread(file.path(), file.url(), Answer.message(e));
        }
    }
}
