package io.vigie.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateTest {

    @Test
    void escapesTextInElementsAndAttributes() {
        assertThat(new Template("<a title=\"{{t}}\">{{t}}</a>").render(Map.of("t", "\"<b>'&amp;")))
                .isEqualTo("<a title=\"&quot;&lt;b&gt;&#39;&amp;amp;\">&quot;&lt;b&gt;&#39;&amp;amp;</a>");
    }

    @Test
    void writesJsonThatCannotLeaveItsScript() {
        assertThat(new Template("{\"h\":{{json t}}}").render(Map.of("t", "a \"b\"</script><!--\n")))
                .isEqualTo("{\"h\":\"a \\\"b\\\"\\u003c/script\\u003e\\u003c!--\\n\"}");
    }

    @Test
    void repeatsASectionForEachTextOfAList() {
        assertThat(new Template("{{#p}}<p>{{.}}</p>{{/p}}").render(Map.of("p", List.of("a", "<", "c"))))
                .isEqualTo("<p>a</p><p>&lt;</p><p>c</p>");
    }

    @Test
    void repeatsASectionWithFieldsOfItsOwnAndThoseAround() {
        assertThat(new Template("{{#e}}{{site}}:{{url}} {{/e}}")
                        .render(Map.of("site", "S", "e", List.of(Map.of("url", "1"), Map.of("url", "2")))))
                .isEqualTo("S:1 S:2 ");
    }

    @Test
    void leavesOutASectionThatHasNothing() {
        assertThat(new Template("a{{#none}}b{{/none}}c").render(Map.of())).isEqualTo("ac");
    }

    @Test
    void doesNotExpandWhatAValueSays() {
        assertThat(new Template("{{t}}").render(Map.of("t", "{{u}}", "u", "no")))
                .isEqualTo("{{u}}");
    }

    @Test
    void refusesAMisspeltName() {
        assertThatThrownBy(() -> new Template("{{headlin}}").render(Map.of("headline", "h")))
                .hasMessageContaining("{{headlin}}");
    }
}
