package io.vigie.events;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceDefinitionTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    OTAN FR | https://otan.example/ | /news/ | 10 | source id 'OTAN FR' must be lower-case
                    otan    | ftp://otan.example/   | /news/ | 10 | url 'ftp://otan.example/' of source 'otan' must be an http(s) address
                    otan    | https:///news         | /news/ | 10 | must be an http(s) address
                    otan    | https://otan.example/ | (news  | 10 | include '(news' of source 'otan' is not a regular expression
                    otan    | https://otan.example/ | /news/ | 0  | every 'PT0S' of source 'otan' must be 1s or more
                    """)
    void refusesWhatCannotBeWatched(String id, String url, String include, long seconds, String message) {
        assertThatThrownBy(() -> new SourceDefinition(
                        id,
                        "OTAN",
                        URI.create(url),
                        SourceDefinition.Kind.AUTO,
                        List.of(include),
                        List.of(),
                        null,
                        null,
                        Duration.ofSeconds(seconds),
                        true,
                        false,
                        null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
