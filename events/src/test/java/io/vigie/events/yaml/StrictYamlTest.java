package io.vigie.events.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrictYamlTest {

    record Watch(List<Post> posts, @Nullable String note) {}

    record Post(@JsonProperty(required = true) String id, Duration every, int port) {
        Post {
            if (port < 0) {
                throw new IllegalArgumentException("port " + port + " must be 0 or more");
            }
        }
    }

    private final StrictYaml yaml = new StrictYaml(
            Map.of("PORT", "9300", "EVIL", "a: [b")::get, Map.of("/run/secrets/name", "ma${PORT}st é\n")::get);

    @Test
    void readsARecordTree() {
        Watch watch = read("posts:\n  - {id: mast, every: 10m, port: 1}\nnote: calm\n");
        assertThat(watch).isEqualTo(new Watch(List.of(new Post("mast", Duration.ofMinutes(10), 1)), "calm"));
    }

    @ParameterizedTest
    @CsvSource({"500ms,500", "10s,10000", "2h,7200000", "1d,86400000"})
    void readsDurationsAsPeopleWriteThem(String text, long millis) {
        assertThat(read("posts: [{id: a, every: " + text + ", port: 1}]")
                        .posts()
                        .get(0)
                        .every())
                .isEqualTo(Duration.ofMillis(millis));
    }

    @Test
    void fillsPlaceholdersFromTheEnvironmentElseTheirDefault() {
        Watch watch = read("posts: [{id: '${NAME:mast}', every: 1s, port: '${PORT}'}]");
        assertThat(watch.posts().get(0)).isEqualTo(new Post("mast", Duration.ofSeconds(1), 9300));
    }

    @Test
    void fillsPlaceholdersFromFilesWithoutTheirLineFeed() {
        assertThat(read("posts: []\nnote: 'the ${file:/run/secrets/name}'").note())
                .isEqualTo("the ma${PORT}st é");
    }

    @Test
    void aPlaceholderCannotChangeTheShape() {
        assertThat(read("posts: []\nnote: '${EVIL}'").note()).isEqualTo("a: [b");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    posts:\\n- {id: a, every: 1s, prot: 1}      | watch.yaml line 2, posts[0].prot: unknown key; known keys are every, id, port
                    posts:\\n\\n- {id: a, every: soon, port: 1} | watch.yaml line 3, posts[0].every: .*not a duration such as.*
                    posts: [{id: a, every: 1s, port: -4}]       | watch.yaml line 1, posts[0]: port -4 must be 0 or more
                    posts: [{id: a, every: 1s, port: many}]     | watch.yaml line 1, posts[0].port: .*many.*
                    posts: []\\nposts: []                       | watch.yaml line 2.*Duplicate field 'posts'.*
                    posts: [                                    | watch.yaml line 1, posts: is not YAML.*
                    note: ${NOWHERE}                            | watch.yaml line 1.*environment variable NOWHERE is not set; set it or write.*
                    note: ${file:/no/such}                      | watch.yaml line 1.*the file /no/such cannot be read; check that.*
                    """)
    void saysFileLinePathAndRemedy(String text, String message) {
        String expected = message.replace("[", "\\[").replace("]", "\\]");
        assertThatThrownBy(() -> read(text.replace("\\n", "\n")))
                .isInstanceOf(ConfigurationException.class)
                .message()
                .matches(expected)
                .hasLineCount(1);
    }

    @Test
    void anEmptyFileIsAMistake() {
        assertThatThrownBy(() -> read("# nothing\n")).hasMessageContaining("watch.yaml: is empty");
    }

    private Watch read(String text) {
        return yaml.read("watch.yaml", text, Watch.class);
    }
}
