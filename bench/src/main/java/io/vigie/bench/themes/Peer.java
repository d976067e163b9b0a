package io.vigie.bench.themes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ahocorasick.trie.Trie;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.memory.MemoryIndex;
import org.apache.lucene.monitor.HighlightsMatch;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorConfiguration;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.TermFilteredPresearcher;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.QueryBuilder;

/** What others use to find words in a text; each gives a number that depends on all it has found. */
final class Peer {

    private static final String TEXT = "text";

    private Peer() {}

    /** The text's own words, indexed in memory: whoever uses Lucene's analysis does this much. */
    static ToIntFunction<String> analysis() {
        FrenchAnalyzer analyzer = new FrenchAnalyzer();
        return text -> {
            MemoryIndex index = new MemoryIndex(true);
            index.addField(TEXT, text, analyzer);
            index.freeze();
            return index.createSearcher().getIndexReader().maxDoc();
        };
    }

    /** Lucene Monitor as it comes: every rule a query, its matches with their places. */
    static ToIntFunction<String> monitor(List<PairRule> rules) {
        FrenchAnalyzer analyzer = new FrenchAnalyzer();
        QueryBuilder words = new QueryBuilder(analyzer);
        try {
            Monitor monitor = new Monitor(analyzer, new TermFilteredPresearcher(), new MonitorConfiguration());
            List<MonitorQuery> queries = new ArrayList<>();
            for (PairRule rule : rules) {
                Query first = new BooleanQuery.Builder()
                        .add(words.createBooleanQuery(TEXT, rule.first()), Occur.SHOULD)
                        .add(words.createBooleanQuery(TEXT, rule.other()), Occur.SHOULD)
                        .build();
                Query both = new BooleanQuery.Builder()
                        .add(first, Occur.MUST)
                        .add(words.createBooleanQuery(TEXT, rule.second()), Occur.MUST)
                        .build();
                queries.add(new MonitorQuery("r" + queries.size(), both));
            }
            monitor.register(queries);
            return text -> matches(monitor, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int matches(Monitor monitor, String text) {
        Document document = new Document();
        document.add(new TextField(TEXT, text, Store.NO));
        try {
            return monitor.match(document, HighlightsMatch.MATCHER).getMatchCount();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@link java.util.regex}, one rule after the other; words as they are written. */
    static ToIntFunction<String> regularExpressions(List<PairRule> rules) {
        int flags = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;
        List<Matcher> firsts = new ArrayList<>();
        List<Matcher> seconds = new ArrayList<>();
        for (PairRule rule : rules) {
            String either = Pattern.quote(rule.first()) + "|" + Pattern.quote(rule.other());
            firsts.add(Pattern.compile("\\b(?:" + either + ")\\b", flags).matcher(""));
            seconds.add(Pattern.compile("\\b" + Pattern.quote(rule.second()) + "\\b", flags)
                    .matcher(""));
        }
        return text -> {
            int found = 0;
            for (int i = 0; i < firsts.size(); i++) {
                if (firsts.get(i).reset(text).find()
                        && seconds.get(i).reset(text).find()) {
                    found++;
                }
            }
            return found;
        };
    }

    /** Every place of every word, in one pass; which rules that makes is not asked. */
    static ToIntFunction<String> ahoCorasick(List<PairRule> rules) {
        Trie.TrieBuilder words = Trie.builder().ignoreCase().onlyWholeWords();
        for (PairRule rule : rules) {
            words.addKeyword(rule.first()).addKeyword(rule.other()).addKeyword(rule.second());
        }
        Trie trie = words.build();
        return text -> trie.parseText(text).size();
    }
}
