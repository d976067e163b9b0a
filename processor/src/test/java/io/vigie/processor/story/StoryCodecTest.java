package io.vigie.processor.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoryCodecTest {

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
    void refusesTornBytesAndOtherVersions() {
        byte[] bytes = StoryCodec.encode(ITEM);
        byte[] later = bytes.clone();
        later[0] = 2;
        for (byte[] bad : List.of(new byte[0], later, Arrays.copyOf(bytes, bytes.length / 2))) {
            assertThatThrownBy(() -> StoryCodec.fingerprint(bad)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
