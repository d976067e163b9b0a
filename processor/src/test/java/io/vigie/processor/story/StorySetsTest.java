package io.vigie.processor.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The labelled sets. The bounds are far below what is measured: they catch what is broken, not what is imperfect. */
class StorySetsTest {

    private static final Path FOLDER = Path.of("src/test/resources/stories");

    @Test
    void reportsHowWellStoriesAreTold() throws IOException {
        Path report = Path.of("target/story-evaluation.txt");
        List<Map<String, String>> dev = StoryEvaluation.read(FOLDER.resolve("dev.jsonl"));
        List<Map<String, String>> fresh = StoryEvaluation.read(FOLDER.resolve("fresh.jsonl"));

        Files.writeString(report, StoryEvaluation.report("dev", dev) + StoryEvaluation.report("fresh", fresh));

        assertThat(report).content().contains("two languages");
        assertThat(StoryEvaluation.f1(dev)).isGreaterThan(0.85);
        assertThat(StoryEvaluation.f1(fresh)).isGreaterThan(0.80);
    }

    @Test
    void managesWithoutDatesAndLanguages() throws IOException {
        List<Map<String, String>> dev = StoryEvaluation.read(FOLDER.resolve("dev.jsonl"));

        assertThat(StoryEvaluation.f1(StoryEvaluation.without(dev, "published", "language")))
                .isGreaterThan(0.80);
    }
}
