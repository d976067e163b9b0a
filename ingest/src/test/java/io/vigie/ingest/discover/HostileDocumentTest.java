package io.vigie.ingest.discover;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.vigie.ingest.discover.Discovered.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents that are made to hurt. The limit is far above what each takes, and far below what a hang takes. */
class HostileDocumentTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final URI ADDRESS = URI.create("https://hostile.example/feed");

    private final DocumentReader reader = new DocumentReader();

    @Test
    void keepsTheNewestOfAMillionSitemapEntries() {
        Discovered discovered = read(repeat(
                1_000_000,
                i -> "<url><loc>https://a.example/" + i + "</loc><lastmod>" + (1990 + i / 30_000)
                        + "</lastmod></url>\n",
                "<urlset>",
                "</urlset>"));

        assertThat(discovered.entries()).hasSize(EntryList.MOST);
        assertThat(discovered.dropped()).isEqualTo(950_000);
        assertThat(discovered.entries())
                .allSatisfy(
                        entry -> assertThat(String.valueOf(entry.published())).isGreaterThanOrEqualTo("2021"));
        assertThat(discovered.entries().get(EntryList.MOST - 1).link()).hasToString("https://a.example/999999");
    }

    @Test
    void boundsTheChildrenOfASitemapIndex() {
        Discovered discovered = read(repeat(
                200_000,
                i -> "<sitemap><loc>https://a.example/s" + i + ".xml</loc></sitemap>",
                "<sitemapindex>",
                "</sitemapindex>"));

        assertThat(discovered.children()).hasSize(50_000);
        assertThat(discovered.dropped()).isEqualTo(150_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<rss><channel><item>", "<feed><entry><title>", "<urlset><url>", "<html><body>", "<rss>"})
    void survivesDeepNesting(String start) {
        Discovered discovered = read(repeat(100_000, i -> "<a>", start, ""));

        assertThat(discovered.kind()).isNotNull();
    }

    @Test
    void readsWhatFollowsDeepNesting() {
        String item = "<item><title>After</title><link>https://a.example/1</link></item>";
        byte[] document = repeat(100_000, i -> i < 50_000 ? "<b>" : "</b>", "<rss><channel><item>", "</item>" + item);

        assertThat(read(document).entries()).extracting(Entry::title).containsExactly("After");
    }

    @Test
    void boundsTitlesOfTenMegabytes() {
        byte[] document = repeat(
                10_000_000 / 8,
                i -> "headline",
                "<rss><channel><item><title>",
                "</title><link>/1</link></item></channel></rss>");

        Entry entry = read(document).entries().get(0);
        assertThat(entry.title()).hasSizeLessThanOrEqualTo(4096);
        assertThat(entry.link()).hasToString("https://hostile.example/1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<",
                "<rss ",
                "<rss><",
                "<rss>&",
                "<rss a=\"",
                "<rss><!--",
                "<rss><![CDATA[",
                "<!DOCTYPE rss [",
                "<rss></",
                "<html><body><a href=",
                "{\"items\":[{\"title\":\"",
                "{\"items\":[",
                "https://a.example/",
                "&",
                "]",
                "\""
            })
    void survivesALineOfFiftyMegabytes(String start) {
        byte[] line = new byte[50_000_000];
        Arrays.fill(line, (byte) 'a');
        byte[] first = start.getBytes(UTF_8);
        System.arraycopy(first, 0, line, 0, first.length);

        assertThat(read(line).entries()).hasSizeLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<",
                "&",
                "]]>",
                "<!",
                "</rss>",
                "<a ",
                "<a b='",
                "<title>",
                "<item>",
                "</item>",
                "<item><title>",
                "&#x",
                "<!--",
                "<a xmlns:b='c'>",
                "<item xml:base='a/'>",
                "<link href='x'/>",
                "<title type='html'>&lt;b>"
            })
    void staysLinearInRepetitions(String repeated) {
        byte[] document = repeat(8_000_000 / repeated.length(), i -> repeated, "<rss><channel><item>", "");

        assertThat(read(document).kind()).isEqualTo(Kind.RSS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a href='/x'>",
                "<li><a href='/y/1'>A headline of some length</a> 9 April 2025",
                "<div>",
                "<table>",
                "<!--"
            })
    void staysBoundedOnHtml(String repeated) {
        byte[] document = repeat(4_000_000 / repeated.length(), i -> repeated, "<html><body>", "");

        assertThat(read(document).kind()).isEqualTo(Kind.HTML);
    }

    @Test
    void leavesBombsOfEntitiesAsTheyAreWritten() {
        StringBuilder bomb = new StringBuilder("<!DOCTYPE rss [<!ENTITY e0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            bomb.append("<!ENTITY e")
                    .append(i)
                    .append(" \"")
                    .append(("&e" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        bomb.append("]><rss><channel><item><title>&e29;</title></item></channel></rss>");

        assertThat(read(bomb.toString().getBytes(UTF_8)).entries())
                .extracting(Entry::title)
                .containsExactly("&e29;");
    }

    @Test
    void stopsUnpackingBombs() throws IOException {
        byte[] bomb = gzip(out -> {
            out.write("<rss><channel><item><title>One</title></item><!--".getBytes(UTF_8));
            byte[] block = new byte[1024 * 1024];
            for (int i = 0; i < 500; i++) {
                out.write(block);
            }
        });

        assertThat(read(bomb).entries()).extracting(Entry::title).containsExactly("One");
        assertThat(read(gzip(out -> out.write(bomb))).entries()).hasSize(1);
    }

    @Test
    void readsWhatIsWholeOfATruncatedGzip() throws IOException {
        byte[] whole = gzip(out -> {
            Random random = new Random(1);
            out.write("<urlset>".getBytes(UTF_8));
            for (int i = 0; i < 1000; i++) {
                out.write(("<url><loc>https://a.example/" + random.nextLong() + "</loc></url>").getBytes(UTF_8));
            }
        });

        assertThat(read(Arrays.copyOf(whole, whole.length / 2)).entries()).hasSizeBetween(400, 600);
        assertThat(read(Arrays.copyOf(whole, 5)).entries()).isEmpty();
    }

    @Test
    void answersToNoise() {
        Random random = new Random(42);
        for (int i = 0; i < 200; i++) {
            byte[] noise = new byte[random.nextInt(5000)];
            random.nextBytes(noise);
            byte[] feed = "<rss><channel><item><title>A</title><link>https://a.example/</link></item></channel></rss>"
                    .getBytes(UTF_8);
            for (int j = 0; j < 10; j++) {
                feed[random.nextInt(feed.length)] = (byte) random.nextInt();
            }
            assertThat(List.of(read(noise), read(feed))).doesNotContainNull();
        }
    }

    private Discovered read(byte[] document) {
        return assertTimeoutPreemptively(LIMIT, () -> reader.read(document, null, ADDRESS, null));
    }

    private static byte[] repeat(int times, IntFunction<String> part, String before, String after) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(before.getBytes(UTF_8));
        for (int i = 0; i < times; i++) {
            out.writeBytes(part.apply(i).getBytes(UTF_8));
        }
        out.writeBytes(after.getBytes(UTF_8));
        return out.toByteArray();
    }

    private interface Writing {
        void to(OutputStream out) throws IOException;
    }

    private static byte[] gzip(Writing content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            content.to(out);
        }
        return bytes.toByteArray();
    }
}
