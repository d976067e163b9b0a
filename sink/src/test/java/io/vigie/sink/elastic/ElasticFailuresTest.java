package io.vigie.sink.elastic;

import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.ErrorCause;
import co.elastic.clients.elasticsearch._types.ErrorResponse;
import io.vigie.sink.elastic.Verdict.Blame;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class ElasticFailuresTest {

    @ParameterizedTest
    @CsvFileSource(resources = "failures.csv", useHeadersInDisplayName = true)
    void judgesAnItemByStatusAndType(int status, String type, String verdict) {
        ErrorCause error = ErrorCause.of(cause -> cause.type(type).reason("because"));

        assertThat(name(ElasticFailures.ofItem(status, error))).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "failures.csv", useHeadersInDisplayName = true)
    void judgesAWholeRequestLikeAnItem(int status, String type, String verdict) {
        ElasticsearchException failure = new ElasticsearchException(
                "es/bulk",
                ErrorResponse.of(response ->
                        response.status(status).error(cause -> cause.type(type).reason("because"))));

        assertThat(name(ElasticFailures.ofRequest(failure))).isEqualTo(verdict);
    }

    @Test
    void aLostConnectionIsTheClustersFault() {
        assertThat(ElasticFailures.ofRequest(new ConnectException("Connection refused")))
                .isEqualTo(Verdict.away("ConnectException: Connection refused"));
        assertThat(name(ElasticFailures.ofRequest(new SocketTimeoutException("30,000 milliseconds timeout"))))
                .isEqualTo("retry");
    }

    private static String name(Verdict verdict) {
        if (verdict instanceof Verdict.Retriable retriable) {
            return retriable.blame() == Blame.CLUSTER ? "retry" : "retry a few times";
        }
        return verdict instanceof Verdict.Rejected ? "reject" : "unexpected";
    }
}
