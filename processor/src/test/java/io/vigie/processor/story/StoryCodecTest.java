package io.vigie.processor.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoryCodecTest {

    /** Written by the first version. */
    private static final String FIRST_STORY = "AQABYQAAAAAAAAADAAAAAAAAAAcAAAIAAWEAAWI=";

    private static final String FIRST_HOLDERS = "AQACAAFhAAAAAAAAAAEAAWJ//////////w==";
    private static final String FIRST_ITEM =
            "AQABYQAAAZy4uB4AAAJmcgEBjE9KADPOowYH9D4Ez844EOJGvwO37awNiuxOBwN6PQCpBIgAfWnHAffN"
                    + "cQL5ltEH8da1BIBf1xjXfB4Di22bAGsPTAfohVcB+H+6Cof6VQFTQPwG2DsABJKbTwZGW80BcH1dAstntAOwtNMNa1o8CbrvOAqOsrASW7rb"
                    + "BCbUSgBvrLQKIiUpEZnmRwRyn8EDakyEARxz1hr6VWoHckrsCVfALAEpRTEHLNBbCNNsGgDt1dwRvQ7eAFzpHACs0p0AGQSOeoPPH3XDwiAF"
                    + "jxPX7KZh6OsgAqOkAznz6dNxJgGmRYWcMZ+KgCAFvLWVgZb7jZsgBcJDOvFG8KxrIATaVSkv/PX3kSYE32l+4Z4AfUomBeOuZoeObSNmIAHl"
                    + "MkhR4VTJugsF8lG9kQqfr90gBfXmPCFPlVqWIAD9mJCh0artdSAAB3JvcmllbnQFC+MzmM/n9ycgBRXyGJO7zh0bIAQhnjzolhJ7cyAFRMHt"
                    + "szHm/VkgA1G9ueUmJWw7JgBYMBIkHhLs1iAABmluZ3JpZABdOpo+8mAC+yAABnNvcmVpbQVdfyvRd+qS/SAEY86Lv1YRTC4gBXD/apFgdSqK"
                    + "IAVyXEo1pwGkaCADeqszHUfsaI8gAAEAPzh6IkN6ejg4ekN6ekp6ejh6IkpKejh6eiIABXN0b3J5";

    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
    private static final Fingerprint ITEM = new Fingerprinter()
            .of(
                    "a",
                    NOON,
                    "fr",
                    "Quatre frégates pour la Norvège",
                    "Navalis, de Lorient, a signé le 3 mars avec la ministre Ingrid Solheim un contrat de 3,2"
                            + " milliards d'euros.");

    @Test
    void readsBackAnItemInItsStory() {
        Profile profile = new Profile(ITEM, new Rarity());
        Placed back = Placed.decode(new Placed(profile, "story").encode());

        assertThat(back.storyId()).isEqualTo("story");
        assertThat(back.profile().rarities()).isEqualTo(profile.rarities());
        assertThat(back.profile().item()).usingRecursiveComparison().isEqualTo(ITEM);
    }

    @Test
    void readsBackATextWithoutWordsOrDate() {
        Fingerprint empty = new Fingerprinter().of("e", null, null, "", "");
        assertThat(StoryCodec.fingerprint(StoryCodec.encode(empty)))
                .usingRecursiveComparison()
                .isEqualTo(empty);
    }

    @Test
    void readsBackStoriesAndHolders() {
        KnownStory story = new KnownStory("a", 3, List.of("a", "b"), 7, null);
        List<Holder> holders = List.of(new Holder("a", 1), new Holder("b", Long.MAX_VALUE));
        assertThat(StoryCodec.story(StoryCodec.encode(story))).isEqualTo(story);
        assertThat(StoryCodec.story(StoryCodec.encode(story.mergedInto("z")))).isEqualTo(story.mergedInto("z"));
        assertThat(StoryCodec.holders(StoryCodec.encode(holders))).isEqualTo(holders);
    }

    @Test
    void writesItemsInAKilobyteAndIdsThatAreHashesInHalfTheirSize() {
        String hash = "00112233445566778899aabbccddeeff";
        assertThat(StoryCodec.holders(StoryCodec.encode(List.of(new Holder(hash, 1)))))
                .containsExactly(new Holder(hash, 1));
        assertThat(StoryCodec.encode(List.of(new Holder(hash, 1)))).hasSize(1 + 2 + 17 + 8);
        assertThat(StoryCodec.encode(ITEM)).hasSizeLessThan(300);
    }

    @Test
    void readsTheTimeOfAnItemAndNoMore() {
        Fingerprint undated = new Fingerprinter().of("e", null, null, "", "");

        assertThat(StoryCodec.time(Placed.decode(bytes(FIRST_ITEM)).encode())).isEqualTo(NOON.toEpochMilli());
        assertThat(StoryCodec.time(bytes(FIRST_ITEM))).isEqualTo(NOON.toEpochMilli());
        assertThat(StoryCodec.time(StoryCodec.encode(undated))).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void readsWhatTheFirstVersionWrote() {
        Placed item = Placed.decode(bytes(FIRST_ITEM));

        assertThat(item.storyId()).isEqualTo("story");
        assertThat(item.profile().rarities()).hasSize(ITEM.clues().size());
        assertThat(item.profile().item())
                .usingRecursiveComparison()
                .ignoringFields("clues")
                .isEqualTo(ITEM);
        assertThat(item.profile().item().clues().stream().filter(clue -> clue.kind() != Kind.COPY))
                .isEqualTo(ITEM.clues().stream()
                        .filter(clue -> clue.kind() != Kind.COPY)
                        .toList());
        assertThat(StoryCodec.story(bytes(FIRST_STORY))).isEqualTo(new KnownStory("a", 3, List.of("a", "b"), 7, null));
        assertThat(StoryCodec.holders(bytes(FIRST_HOLDERS)))
                .containsExactly(new Holder("a", 1), new Holder("b", Long.MAX_VALUE));
    }

    private static byte[] bytes(String base64) {
        return Base64.getDecoder().decode(base64);
    }

    @Test
    void refusesTornBytesAndVersionsToCome() {
        byte[] bytes = StoryCodec.encode(ITEM);
        byte[] later = bytes.clone();
        later[0] = 3;
        for (byte[] bad : List.of(new byte[0], later, Arrays.copyOf(bytes, bytes.length / 2))) {
            assertThatThrownBy(() -> StoryCodec.fingerprint(bad)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
