package io.vigie.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vigie.events.TopicSpec;
import io.vigie.events.Topics;
import io.vigie.events.json.JsonCodec;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

/** The description of the topics says what the records and the topics are now. */
class AsyncApiTest {

    private static final ObjectMapper MAPPER = JsonCodec.mapper();

    @Test
    void describesEveryTopicAndNoOther() throws IOException {
        assertThat(served().path("channels").findValuesAsText("address"))
                .containsExactlyInAnyOrderElementsOf(
                        Topics.standard().all().stream().map(TopicSpec::name).toList());
    }

    @Test
    void isWhatTheRecordsSay() throws IOException {
        assertThat(served())
                .as("write it anew: java … io.vigie.desk.AsyncApiDocument desk/src/main/resources/…/asyncapi.json")
                .isEqualTo(MAPPER.readTree(MAPPER.writeValueAsBytes(AsyncApiDocument.make())));
    }

    private static JsonNode served() throws IOException {
        try (InputStream in = AsyncApiTest.class.getResourceAsStream("/io/vigie/desk/web/asyncapi.json")) {
            return MAPPER.readTree(in);
        }
    }
}
