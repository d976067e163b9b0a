package io.vigie.sink.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigie.events.yaml.ConfigurationException;
import io.vigie.sink.deliver.Channel.Kind;
import io.vigie.sink.deliver.Channel.Reader;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChannelTest {

    private static final String HOOK = "https://hooks.example/services/T000/B000/s3cret";

    @Test
    void aKeyThatIsLeftOutTakesItsDefault() {
        Channel channel = Stories.channel("{id: desk, kind: slack, url: '" + HOOK + "'}");

        assertThat(channel.kind()).isEqualTo(Kind.SLACK);
        assertThat(channel.language()).isEqualTo(Reader.FR);
        assertThat(channel.rate()).isEqualTo(new Rate(1, Duration.ofSeconds(1), 5));
        assertThat(channel.route()).isEqualTo(new Route(Set.of(), 0, 9, Set.of(), Set.of(), Set.of()));
        assertThat(channel.quiet()).isNull();
        assertThat(channel.url().reveal()).isEqualTo(HOOK);
    }

    @Test
    void neverPrintsAnAddressOrASecret() {
        Channel channel =
                Stories.channel("{id: desk, kind: webhook, url: '" + HOOK + "', secret: hunter2, themes: [a]}");

        assertThat(channel.toString())
                .doesNotContain("s3cret")
                .doesNotContain("hooks.example")
                .doesNotContain("hunter2")
                .contains("desk");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{kind: slack, url: 'http://h.example/s3cret'}              | channel id 'null' must be lower-case",
                "{id: Desk, kind: slack, url: 'http://h.example/s3cret'}    | channel id 'Desk' must be lower-case",
                "{id: a, kind: slack}                                       | channel 'a' needs a kind and a url",
                "{id: a, kind: slack, url: 'ftp://h.example/s3cret'}        | url of channel 'a' must be an http or https",
                "{id: a, kind: slack, url: 'http://h h/s3cret'}             | url of channel 'a' must be an http or https",
                "{id: a, kind: email, url: 'http://h.example/'}             | url of channel 'a' must be smtp://host:port",
                "{id: a, kind: email, url: 'smtp://u:s3cret@h.example:25'}  | must not hold a password",
                "{id: a, kind: email, url: 'smtp://h.example:99999'}        | url of channel 'a' must be smtp://host:port",
                "{id: a, kind: slack, url: 'https://h/', ca: /no/ca.pem}    | ca /no/ca.pem is not there",
                "{id: a, kind: email, url: 'smtp://h.example:25'}           | channel 'a' of kind email needs from and to",
                "{id: a, kind: email, url: 'smtp://h:25', from: x, to: [y]} | from and to of channel 'a' must look like",
                "{id: a, kind: slack, url: 'http://h.example/', rate: fast} | rate 'fast' must look like 1/s",
                "{id: a, kind: slack, url: 'http://h.example/', minScore: 2} | minScore must be 0 to 1",
                "{id: a, kind: slack, url: 'http://h.example/', urgency: 0} | urgency must be 1",
                "{id: a, kind: slack, url: 'file:/s3cret'}                  | url of channel 'a' must be an http or https",
                "{id: a, kind: slack, url: ' '}                             | a secret must not be empty",
                "{id: a, kind: slack, url: 'http://h.example/', them: [x]}  | unknown key",
                "{id: a, kind: slack, url: 'http://h.example/', quiet: {from: '01:00', to: '01:00', zone: UTC}} | never end",
            })
    void saysWhatToMendWithoutTheSecret(String yaml, String message) {
        assertThatThrownBy(() -> Stories.channel(yaml))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(message)
                .hasMessageNotContaining("s3cret");
    }
}
