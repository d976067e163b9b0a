package io.vigie.processor.watch;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds where one concept of each group stands close to the others. */
final class Proximity {

    private Proximity() {}

    /** The places of one group's concepts, merged in reading order. */
    private record Track(int[] sentence, int[] first, int[] last) {

        int size() {
            return first.length;
        }
    }

    static BitSet sentences(Annotations item, int distance, boolean ordered, List<Condition.AnyOf> groups) {
        BitSet found = new BitSet();
        List<Track> tracks = new ArrayList<>();
        for (Condition.AnyOf group : groups) {
            Track track = track(item, group);
            if (track == null) {
                return found;
            }
            tracks.add(track);
        }
        if (ordered) {
            inOrder(tracks, distance, found);
        } else {
            inAnyOrder(tracks, distance, found);
        }
        return found;
    }

    private static void inOrder(List<Track> tracks, int distance, BitSet found) {
        Track start = tracks.get(0);
        int[] at = new int[tracks.size()];
        for (int i = 0; i < start.size(); i++) {
            int last = start.last()[i];
            for (int t = 1; t < at.length; t++) {
                Track track = tracks.get(t);
                while (at[t] < track.size() && track.first()[at[t]] <= last) {
                    at[t]++;
                }
                if (at[t] == track.size()) {
                    return;
                }
                last = t < at.length - 1 ? track.last()[at[t]] : track.first()[at[t]];
            }
            if (last - start.last()[i] <= distance) {
                found.set(start.sentence()[i]);
            }
        }
    }

    /** The smallest window that touches every track, moved from left to right. */
    private static void inAnyOrder(List<Track> tracks, int distance, BitSet found) {
        int[] at = new int[tracks.size()];
        while (true) {
            int leftmost = 0;
            int rightmost = 0;
            for (int t = 1; t < at.length; t++) {
                int first = tracks.get(t).first()[at[t]];
                if (first < tracks.get(leftmost).first()[at[leftmost]]) {
                    leftmost = t;
                }
                if (first > tracks.get(rightmost).first()[at[rightmost]]) {
                    rightmost = t;
                }
            }
            Track left = tracks.get(leftmost);
            int width = tracks.get(rightmost).first()[at[rightmost]] - left.last()[at[leftmost]];
            if (width <= distance) {
                found.set(left.sentence()[at[leftmost]]);
            }
            if (++at[leftmost] == left.size()) {
                return;
            }
        }
    }

    private static @Nullable Track track(Annotations item, Condition.AnyOf group) {
        List<Annotations.Places> places = new ArrayList<>();
        for (Condition part : group.parts()) {
            Annotations.Places found = item.places(((Condition.Stands) part).concept());
            if (found != null) {
                places.add(found);
            }
        }
        if (places.isEmpty()) {
            return null;
        }
        int size = places.stream().mapToInt(Annotations.Places::size).sum();
        Track track = new Track(new int[size], new int[size], new int[size]);
        int[] at = new int[places.size()];
        for (int i = 0; i < size; i++) {
            int next = -1;
            for (int p = 0; p < at.length; p++) {
                if (at[p] < places.get(p).size()
                        && (next < 0
                                || places.get(p).first(at[p]) < places.get(next).first(at[next]))) {
                    next = p;
                }
            }
            Annotations.Places from = places.get(next);
            track.sentence()[i] = from.sentence(at[next]);
            track.first()[i] = from.first(at[next]);
            track.last()[i] = from.last(at[next]++);
        }
        return track;
    }
}
