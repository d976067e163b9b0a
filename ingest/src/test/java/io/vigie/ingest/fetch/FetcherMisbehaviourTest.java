package io.vigie.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.vigie.ingest.fetch.FetchOutcome.Failed;
import io.vigie.ingest.web.Answers;
import io.vigie.ingest.web.Behaviour;
import io.vigie.ingest.web.EndlessBody;
import io.vigie.ingest.web.GzipBomb;
import io.vigie.ingest.web.HugeHeader;
import io.vigie.ingest.web.NotHttp;
import io.vigie.ingest.web.Silence;
import io.vigie.ingest.web.SlowDrip;
import io.vigie.ingest.web.TruncatedBody;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is made of answers that break rules, never end, or never come: each ends with its reason. */
class FetcherMisbehaviourTest extends FetcherTesting {

    static Stream<Arguments> misbehaviours() {
        return Stream.of(
                Arguments.of("endless body", new EndlessBody(), FetchFailure.TOO_LARGE),
                Arguments.of("slow drip", new SlowDrip(), FetchFailure.DEADLINE),
                Arguments.of("gzip bomb", new GzipBomb(50_000_000, 1), FetchFailure.DECOMPRESSION_BOMB),
                Arguments.of("gzip bomb in a gzip bomb", new GzipBomb(50_000_000, 2), FetchFailure.DECOMPRESSION_BOMB),
                Arguments.of("packed thrice", new GzipBomb(10, 3), FetchFailure.BAD_ENCODING),
                Arguments.of(
                        "coding not asked for",
                        Answers.status(200, "Content-Encoding: zstd"),
                        FetchFailure.BAD_ENCODING),
                Arguments.of("10 MB header", new HugeHeader(), FetchFailure.PROTOCOL),
                Arguments.of("truncated", new TruncatedBody(), FetchFailure.TRUNCATED),
                Arguments.of("hangs up", (Behaviour) (request, out) -> {}, FetchFailure.TRUNCATED),
                Arguments.of("not HTTP", new NotHttp(), FetchFailure.PROTOCOL),
                Arguments.of("redirect to itself", Answers.redirect("/a"), FetchFailure.BAD_REDIRECT),
                Arguments.of("redirect to nowhere", Answers.status(302), FetchFailure.BAD_REDIRECT),
                Arguments.of("redirect to a file", Answers.redirect("file:///etc/passwd"), FetchFailure.BAD_REDIRECT),
                Arguments.of("304 unasked", Answers.status(304), FetchFailure.UNEXPECTED_STATUS),
                Arguments.of("403", Answers.status(403), FetchFailure.REFUSED),
                Arguments.of("500", Answers.status(500), FetchFailure.SERVER_ERROR),
                Arguments.of(
                        "redirect to the metadata service",
                        Answers.redirect("http://169.254.169.254/latest/meta-data/"),
                        FetchFailure.FORBIDDEN_ADDRESS),
                Arguments.of(
                        "redirect to the metadata service, mapped",
                        Answers.redirect("http://[::ffff:a9fe:a9fe]/"),
                        FetchFailure.FORBIDDEN_ADDRESS),
                Arguments.of(
                        "redirect with credentials",
                        Answers.redirect("http://a:b@127.0.0.1/"),
                        FetchFailure.BAD_ADDRESS));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("misbehaviours")
    void endsWithAReason(String name, Behaviour behaviour, FetchFailure failure) {
        site.on("/a", behaviour);

        assertThat(fetch("/a")).asInstanceOf(type(Failed.class)).returns(failure, Failed::failure);
    }

    @Test
    void givesUpOnSilence() {
        site.on("/a", new Silence());

        assertThat(fetch("/a"))
                .asInstanceOf(type(Failed.class))
                .extracting(Failed::failure)
                .isIn(FetchFailure.READ_TIMEOUT, FetchFailure.DEADLINE);
    }

    @Test
    void endsARedirectChainThatNeverRepeats() {
        for (int i = 0; i < 50; i++) {
            site.on("/" + i, Answers.redirect("/" + (i + 1)));
        }

        assertThat(fetch("/0"))
                .asInstanceOf(type(Failed.class))
                .returns(FetchFailure.TOO_MANY_REDIRECTS, Failed::failure);
        assertThat(site.requests()).hasSize(10); // robots.txt, the page, 8 redirects
    }
}
