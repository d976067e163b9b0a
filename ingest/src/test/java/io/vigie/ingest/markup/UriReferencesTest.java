package io.vigie.ingest.markup;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UriReferencesTest {

    /** The table of RFC 3986, 5.4, as far as it leads to web pages. */
    @ParameterizedTest
    @CsvSource({
        "g,http://a/b/c/g",
        "./g,http://a/b/c/g",
        "g/,http://a/b/c/g/",
        "/g,http://a/g",
        "//g,http://g",
        "?y,http://a/b/c/d;p?y",
        "g?y,http://a/b/c/g?y",
        "#s,http://a/b/c/d;p?q#s",
        "g#s,http://a/b/c/g#s",
        "g?y#s,http://a/b/c/g?y#s",
        ";x,http://a/b/c/;x",
        "g;x,http://a/b/c/g;x",
        "g;x?y#s,http://a/b/c/g;x?y#s",
        ".,http://a/b/c/",
        "./,http://a/b/c/",
        "..,http://a/b/",
        "../,http://a/b/",
        "../g,http://a/b/g",
        "../..,http://a/",
        "../../,http://a/",
        "../../g,http://a/g",
        "../../../g,http://a/g",
        "../../../../g,http://a/g",
        "/./g,http://a/g",
        "/../g,http://a/g",
        "g.,http://a/b/c/g.",
        "..g,http://a/b/c/..g",
        "./../g,http://a/b/g",
        "./g/.,http://a/b/c/g/",
        "g/./h,http://a/b/c/g/h",
        "g/../h,http://a/b/c/h",
        "g;x=1/../y,http://a/b/c/y",
        "g?y/../x,http://a/b/c/g?y/../x",
        "g#s/../x,http://a/b/c/g#s/../x"
    })
    void resolvesAsTheRfcDoes(String reference, String expected) {
        assertThat(UriReferences.resolve(URI.create("http://a/b/c/d;p?q"), reference))
                .hasToString(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            https://b.example/x                  | https://b.example/x
            HTTPS://b.example/X                  | https://b.example/X
            '  https://b.example/x  '            | https://b.example/x
            https://b.example/a b                | https://b.example/a%20b
            https://b.example/"q"                | https://b.example/%22q%22
            https://b.example/a%20b%zz%          | https://b.example/a%20b%25zz%25
            https://b.example/дата?q=é           | https://b.example/дата?q=é
            https://б.example/                   | https://б.example/
            https://b.example\\news\\1           | https://b.example/news/1
            https:/b.example/x                   | https://b.example/x
            https:///b.example/x                 | https://b.example/x
            feed:https://b.example/x             | https://b.example/x
            feed://https://b.example/x           | https://b.example/x
            https://b.example/?a=1&amp;b=2       | https://b.example/?a=1&b=2
            https://b.example/a[1].html          | https://b.example/a%5B1%5D.html
            http://[2001:db8::1]:8080/x[1]       | http://[2001:db8::1]:8080/x%5B1%5D
            https://b.example/#a#b               | https://b.example/#a%23b
            https://under_score.example/x        | https://under_score.example/x
            a.html                               | https://a.example/a.html
            mailto:a@b.example                   | -
            javascript:alert(1)                  | -
            java\tscript:alert(1)                | -
            data:text/html,x                     | -
            file:///etc/passwd                   | -
            https://                             | -
            https://[::1                         | -
            ''                                   | -
            """)
    void mendsWhatCanBeMended(String reference, @Nullable String expected) {
        URI resolved = UriReferences.resolve(URI.create("https://a.example"), reference);

        assertThat(resolved == null ? null : resolved.toString()).isEqualTo(expected);
    }
}
