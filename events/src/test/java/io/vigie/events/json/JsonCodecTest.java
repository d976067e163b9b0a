package io.vigie.events.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigie.events.Outlet;
import io.vigie.events.PressItem;
import io.vigie.events.PubStatus;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonCodecTest {

    private static final PressItem ITEM = new PressItem(
            "0123",
            URI.create("https://otan.example/fr/a"),
            PubStatus.USABLE,
            "Déclaration",
            "Un.\nDeux.",
            List.of(),
            "fr",
            Instant.parse("2025-04-09T10:00:00Z"),
            null,
            new Outlet("otan-fr", "OTAN", null),
            Map.of("ja", URI.create("https://otan.example/ja/a"), "en", URI.create("https://otan.example/en/a")),
            null,
            Instant.parse("2025-04-09T10:00:05.123Z"));

    private final JsonCodec<PressItem> codec = JsonCodec.of(PressItem.class);

    @Test
    void writesTheFieldNamesAndFormsThatOthersRead() {
        assertThat(new String(codec.encode(ITEM), UTF_8))
                .isEqualTo("{\"id\":\"0123\",\"uri\":\"https://otan.example/fr/a\",\"pubStatus\":\"usable\","
                        + "\"headline\":\"Déclaration\",\"body\":\"Un.\\nDeux.\",\"byline\":[],\"language\":\"fr\","
                        + "\"datePublished\":\"2025-04-09T10:00:00Z\","
                        + "\"outlet\":{\"id\":\"otan-fr\",\"name\":\"OTAN\"},"
                        + "\"editions\":{\"en\":\"https://otan.example/en/a\",\"ja\":\"https://otan.example/ja/a\"},"
                        + "\"detectedAt\":\"2025-04-09T10:00:05.123Z\"}");
    }

    @Test
    void readsBackWhatItWrote() {
        assertThat(codec.decode(codec.encode(ITEM))).isEqualTo(ITEM);
    }

    @Test
    void ignoresFieldsOfLaterVersions() {
        JsonCodec<Outlet> outlets = JsonCodec.of(Outlet.class);
        assertThat(outlets.decode("{\"id\":\"a\",\"name\":\"A\",\"flag\":{\"x\":1}}".getBytes(UTF_8)))
                .isEqualTo(new Outlet("a", "A", null));
    }

    @Test
    void saysThatBytesAreNotAnEvent() {
        for (String bytes : List.of("", "null", "[]", "{\"id\":", "\u0000\u0001")) {
            assertThatThrownBy(() -> codec.decode(bytes.getBytes(UTF_8)))
                    .as("bytes '%s'", bytes)
                    .isInstanceOf(MalformedEventException.class);
        }
    }
}
