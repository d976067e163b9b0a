package io.vigie.desk.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vigie.desk.http.Call;
import io.vigie.desk.http.Reply;
import io.vigie.desk.stories.StoryBook;
import io.vigie.events.Divergence;
import io.vigie.events.Story;
import io.vigie.sink.elastic.AlertDocument;
import io.vigie.sink.elastic.AlertFilter;
import io.vigie.sink.elastic.AlertHit;
import io.vigie.sink.elastic.AlertQuery;
import io.vigie.sink.elastic.AlertReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Stories: every report of one, with or without an alert, and where its editions diverge. */
public final class StoriesApi {

    private final AlertReader alerts;
    private final Cards cards;
    private final StoryBook stories;

    public StoriesApi(AlertReader alerts, Cards cards, StoryBook stories) {
        this.alerts = alerts;
        this.cards = cards;
        this.stories = stories;
    }

    /**
     * {@code GET /api/stories/{id}}: {@code reports} in the order of publication, {@code alerts} with their evidence,
     * {@code divergences}. The id of a story that was merged leads to the elder one.
     */
    public Reply story(Call call) {
        String id = call.variable("id");
        Optional<Story> story = stories.of(id);
        List<AlertDocument> found = story.map(this::alertsOf).orElseGet(() -> alertsUnder(id));
        if (story.isEmpty() && found.isEmpty()) {
            return Reply.problem(404, "No such story", "no alert belongs to this story");
        }
        List<ObjectNode> shown = cards.of(
                found.stream().map(alert -> new AlertHit(alert, List.of())).toList());
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("storyId", story.map(Story::storyId).orElse(id));
        answer.put("reports", story.map(Story::reports).orElse(List.of()));
        answer.put("alerts", shown);
        answer.put("divergences", story.map(stories::divergencesOf).orElse(List.<Divergence>of()));
        return Reply.json(answer);
    }

    private List<AlertDocument> alertsOf(Story story) {
        return alerts.byIds(story.reports().stream().map(Story.Report::itemId).toList());
    }

    /** Before the stream has told the story, the alerts that name it are all that is known. */
    private List<AlertDocument> alertsUnder(String id) {
        AlertQuery all = AlertQuery.first(AlertFilter.ALL.withStory(id), Story.MOST_REPORTS);
        return alerts.find(all.withoutBodies()).hits().stream()
                .map(AlertHit::alert)
                .toList();
    }
}
