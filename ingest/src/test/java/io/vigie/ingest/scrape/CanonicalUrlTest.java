package io.vigie.ingest.scrape;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalUrlTest {

    @ParameterizedTest
    @CsvFileSource(resources = "canonical-urls.csv", delimiter = '|')
    void spellsOneAddressOneWay(URI address, URI canonical, URI identity) {
        assertThat(CanonicalUrl.of(address)).isEqualTo(canonical);
        assertThat(CanonicalUrl.identity(address)).isEqualTo(identity);
        assertThat(CanonicalUrl.of(canonical)).as("again").isEqualTo(canonical);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "page-claims.csv", delimiter = '|')
    void believesClaimsOfTheSameSiteOnly(String claim, URI address, URI canonical) {
        assertThat(ClaimedAddress.of(List.of(claim), address)).isEqualTo(canonical);
    }

    @Test
    void takesTheNextClaimWhenTheFirstIsUnbelievable() {
        URI address = URI.create("https://example.org/news/a?x=1");

        assertThat(ClaimedAddress.of(List.of("https://example.org/", "https://example.org/news/a"), address))
                .isEqualTo(URI.create("https://example.org/news/a"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            b.html            | https://example.org/a/b.html
            ../b.html         | https://example.org/b.html
            /b c.html         | https://example.org/b%20c.html
            ?page=2           | https://example.org/a/x.html?page=2
            //cdn.example.org/b | https://cdn.example.org/b
            'HTTPS://example.org/é' | HTTPS://example.org/é
            /100%             | https://example.org/100%25
            /a[1]             | https://example.org/a%5B1%5D
            """)
    void resolvesAddressesAsPeopleWriteThem(String written, URI resolved) {
        assertThat(WrittenAddress.resolve(URI.create("https://example.org/a/x.html?y=1"), written))
                .contains(resolved);
    }

    @ParameterizedTest
    @CsvSource({"mailto:a@example.org", "javascript:alert(1)", "http://", "data:text/html", "tel:+4712345"})
    void refusesWhatIsNoAddressOfThePress(String written) {
        assertThat(WrittenAddress.resolve(URI.create("https://example.org/a"), written))
                .isEmpty();
    }
}
