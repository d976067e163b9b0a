package io.vigie.processor.watch;

import io.vigie.events.Evidence.Field;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/** An {@link Expression} made ready for one language: its words are concepts of a {@link Lexicon}. */
sealed interface Condition {

    /** Field of the Monitor's documents that holds the names of an item's concepts. */
    String CONCEPTS = "concepts";

    /** Sentences of the item in which it holds; not to be changed by the caller. */
    BitSet sentences(Annotations item);

    /**
     * What an item must have for the condition to be worth a look: a Lucene query over concept names for the presearcher.
     * Absent when nothing need be there.
     */
    @Nullable
    Query approximation();

    /** Concepts that it asks for, those of its parts that must not hold left out. */
    Stream<Integer> asked();

    /** One concept stands in the sentence. */
    record Stands(int concept, String name) implements Condition {

        @Override
        public BitSet sentences(Annotations item) {
            return item.sentencesOf(concept);
        }

        @Override
        public Query approximation() {
            return new TermQuery(new Term(CONCEPTS, name));
        }

        @Override
        public Stream<Integer> asked() {
            return Stream.of(concept);
        }
    }

    /** Intersection; what must not hold is taken away last. */
    record AllOf(List<Condition> wanted, List<Condition> unwanted) implements Condition {

        @Override
        public BitSet sentences(Annotations item) {
            BitSet all = new BitSet();
            for (int i = 0; i < wanted.size(); i++) {
                BitSet part = wanted.get(i).sentences(item);
                if (i == 0) {
                    all.or(part);
                } else {
                    all.and(part);
                }
                if (all.isEmpty()) {
                    return all;
                }
            }
            if (wanted.isEmpty()) {
                all.set(0, item.sentences().size());
            }
            unwanted.forEach(part -> all.andNot(part.sentences(item)));
            return all;
        }

        @Override
        public @Nullable Query approximation() {
            return join(wanted, Occur.MUST);
        }

        @Override
        public Stream<Integer> asked() {
            return wanted.stream().flatMap(Condition::asked);
        }
    }

    /** Union. */
    record AnyOf(List<Condition> parts) implements Condition {

        @Override
        public BitSet sentences(Annotations item) {
            BitSet any = new BitSet();
            parts.forEach(part -> any.or(part.sentences(item)));
            return any;
        }

        @Override
        public @Nullable Query approximation() {
            return parts.stream().anyMatch(part -> part.approximation() == null) ? null : join(parts, Occur.SHOULD);
        }

        @Override
        public Stream<Integer> asked() {
            return parts.stream().flatMap(Condition::asked);
        }
    }

    /** The other sentences. */
    record Not(Condition part) implements Condition {

        @Override
        public BitSet sentences(Annotations item) {
            BitSet others = new BitSet();
            others.set(0, item.sentences().size());
            others.andNot(part.sentences(item));
            return others;
        }

        @Override
        public @Nullable Query approximation() {
            return null;
        }

        @Override
        public Stream<Integer> asked() {
            return Stream.empty();
        }
    }

    /** Groups of concepts, one of each group, close together. */
    record CloseTogether(int distance, boolean ordered, List<AnyOf> groups) implements Condition {

        @Override
        public BitSet sentences(Annotations item) {
            return Proximity.sentences(item, distance, ordered, groups);
        }

        @Override
        public @Nullable Query approximation() {
            return join(groups, Occur.MUST);
        }

        @Override
        public Stream<Integer> asked() {
            return groups.stream().flatMap(Condition::asked);
        }
    }

    /** All sentences or none. */
    record Anywhere(Condition part) implements Condition {

        @Override
        public BitSet sentences(Annotations item) {
            BitSet all = new BitSet();
            all.set(0, part.sentences(item).isEmpty() ? 0 : item.sentences().size());
            return all;
        }

        @Override
        public @Nullable Query approximation() {
            return part.approximation();
        }

        @Override
        public Stream<Integer> asked() {
            return part.asked();
        }
    }

    /** Sentences of the headline. */
    record InHeadline(Condition part) implements Condition {

        @Override
        public BitSet sentences(Annotations item) {
            BitSet headline = new BitSet();
            BitSet all = part.sentences(item);
            for (int i = all.nextSetBit(0); i >= 0; i = all.nextSetBit(i + 1)) {
                if (item.sentences().get(i).field() == Field.HEADLINE) {
                    headline.set(i);
                }
            }
            return headline;
        }

        @Override
        public @Nullable Query approximation() {
            return part.approximation();
        }

        @Override
        public Stream<Integer> asked() {
            return part.asked();
        }
    }

    /** Sentences at most so many away. */
    record Nearby(int distance, Condition part) implements Condition {

        @Override
        public BitSet sentences(Annotations item) {
            BitSet near = new BitSet();
            BitSet all = part.sentences(item);
            for (int i = all.nextSetBit(0); i >= 0; i = all.nextSetBit(i + 1)) {
                near.set(Math.max(0, i - distance), Math.min(item.sentences().size(), i + distance + 1));
            }
            return near;
        }

        @Override
        public @Nullable Query approximation() {
            return part.approximation();
        }

        @Override
        public Stream<Integer> asked() {
            return part.asked();
        }
    }

    private static @Nullable Query join(List<? extends Condition> parts, Occur occur) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        int clauses = 0;
        Query last = null;
        for (Condition part : parts) {
            Query query = part.approximation();
            if (query != null) {
                all.add(query, occur);
                clauses++;
                last = query;
            }
        }
        return clauses > 1 ? all.build() : last;
    }
}
