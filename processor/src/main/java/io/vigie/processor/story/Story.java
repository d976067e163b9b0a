package io.vigie.processor.story;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A story that is being told. Its id never changes; of its items it remembers the first and the latest. */
final class Story {

    /** Items that speak for a story: an affair of three hundred reports costs no more than one of twelve. */
    private static final int SPEAKERS = 12;

    private final String id;
    private final long age;
    private final List<Profile> speakers = new ArrayList<>();

    /**
     * A story without items.
     *
     * @param age number of stories that were there before
     */
    Story(String id, long age) {
        this.id = id;
        this.age = age;
    }

    String id() {
        return id;
    }

    boolean isElderThan(Story other) {
        return age < other.age;
    }

    void add(Profile item) {
        speakers.add(item);
        if (speakers.size() > SPEAKERS) {
            speakers.remove(1);
        }
    }

    void absorb(Story younger) {
        younger.speakers.forEach(this::add);
    }

    /** Nearest and average link by halves: a chain of near items must not lead from one event to the next. */
    double score(Profile item, Similarity similarity) {
        double nearest = 0;
        double sum = 0;
        for (Profile speaker : speakers) {
            double score = similarity.of(item, speaker);
            nearest = Math.max(nearest, score);
            sum += score;
        }
        return speakers.isEmpty() ? 0 : (nearest + sum / speakers.size()) / 2;
    }

    /** Average of what the items of one story score in the other. */
    double score(Story other, Similarity similarity) {
        return other.speakers().stream()
                .mapToDouble(item -> score(item, similarity))
                .average()
                .orElse(0);
    }

    private List<Profile> speakers() {
        return Collections.unmodifiableList(speakers);
    }
}
