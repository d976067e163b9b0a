package io.vigie.processor.watch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.Term;
import org.apache.lucene.monitor.HighlightsMatch;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorConfiguration;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.TermFilteredPresearcher;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.WildcardQuery;
import org.apache.lucene.util.QueryBuilder;

/** What the same rules cost when plain tools look for them in a text. They are asked less: no distances, no sentences. */
final class Peers {

    private static final String TEXT = "text";

    private Peers() {}

    /**
     * Lucene Monitor as it comes: every rule a query over the words of the text, the matches with their highlights.
     *
     * @return number of rules that match a text
     */
    static ToIntFunction<String> monitorWithHighlights(ThemeRules rules, String language, Analyzer analyzer) {
        IndexSearcher.setMaxClauseCount(1 << 20);
        QueryBuilder phrases = new QueryBuilder(analyzer);
        try {
            Monitor monitor = new Monitor(analyzer, new TermFilteredPresearcher(), new MonitorConfiguration());
            List<MonitorQuery> queries = new ArrayList<>();
            for (Theme theme : rules.themes()) {
                for (Rule rule : theme.rules()) {
                    if (rule.speaks(language)) {
                        Query query = query(rule.query(), rules, language, phrases);
                        queries.add(new MonitorQuery(rule.id(), query));
                    }
                }
            }
            monitor.register(queries);
            return text -> matches(monitor, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int matches(Monitor monitor, String text) {
        Document document = new Document();
        document.add(new TextField(TEXT, text, org.apache.lucene.document.Field.Store.NO));
        try {
            return monitor.match(document, HighlightsMatch.MATCHER).getMatchCount();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Query query(Expression expression, ThemeRules rules, String language, QueryBuilder phrases) {
        if (expression instanceof Expression.TermsOf list) {
            return any(terms(rules, list.list(), language).stream()
                    .map(term -> phrase(term, phrases))
                    .toList());
        } else if (expression instanceof Expression.Phrase phrase) {
            return phrase(phrase.words(), phrases);
        } else if (expression instanceof Expression.Any any) {
            return any(any.parts().stream()
                    .map(part -> query(part, rules, language, phrases))
                    .toList());
        } else if (expression instanceof Expression.All all) {
            return all(all.parts(), rules, language, phrases);
        } else if (expression instanceof Expression.Near near) {
            return all(near.parts(), rules, language, phrases);
        } else if (expression instanceof Expression.Item item) {
            return query(item.part(), rules, language, phrases);
        } else if (expression instanceof Expression.Headline headline) {
            return query(headline.part(), rules, language, phrases);
        } else if (expression instanceof Expression.Around around) {
            return query(around.part(), rules, language, phrases);
        }
        return new MatchAllDocsQuery();
    }

    private static Query all(List<Expression> parts, ThemeRules rules, String language, QueryBuilder phrases) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        for (Expression part : parts) {
            if (part instanceof Expression.Without without) {
                all.add(query(without.part(), rules, language, phrases), Occur.MUST_NOT);
            } else {
                all.add(query(part, rules, language, phrases), Occur.MUST);
            }
        }
        return all.build();
    }

    private static Query any(List<Query> parts) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        parts.forEach(part -> any.add(part, Occur.SHOULD));
        return any.build();
    }

    private static Query phrase(String term, QueryBuilder phrases) {
        String plain = term.replace("=", "");
        if (plain.indexOf('*') >= 0 && plain.indexOf(' ') < 0) {
            return new WildcardQuery(new Term(TEXT, Folding.fold(plain)));
        }
        Query phrase = phrases.createPhraseQuery(TEXT, plain.replace("*", ""));
        return phrase == null ? new WildcardQuery(new Term(TEXT, Folding.fold(plain))) : phrase;
    }

    /** Terms of a list and of the lists in it, without those that only exclude. */
    private static List<String> terms(ThemeRules rules, String name, String language) {
        List<String> terms = new ArrayList<>();
        TermList list = rules.lists().get(name);
        if (list != null) {
            for (String term : list.in(language)) {
                if (term.startsWith("$")) {
                    terms.addAll(terms(rules, term.substring(1), language));
                } else if (!term.startsWith("-")) {
                    terms.add(term);
                }
            }
        }
        return terms;
    }

    /**
     * {@link java.util.regex}: every term list one expression of alternatives.
     *
     * @return number of places in a text
     */
    static ToIntFunction<String> regularExpressions(ThemeRules rules, String language) {
        List<Pattern> patterns = rules.lists().keySet().stream()
                .map(name -> terms(rules, name, language))
                .filter(terms -> !terms.isEmpty())
                .map(terms -> Pattern.compile(
                        terms.stream().map(Peers::expression).collect(Collectors.joining("|", "\\b(?:", ")\\b")),
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS))
                .toList();
        return text -> {
            int places = 0;
            for (Pattern pattern : patterns) {
                Matcher matcher = pattern.matcher(text);
                while (matcher.find()) {
                    places++;
                }
            }
            return places;
        };
    }

    private static String expression(String term) {
        return java.util.Arrays.stream(term.replace("=", "").split("\\*", -1))
                .map(Pattern::quote)
                .collect(Collectors.joining("\\w*"));
    }
}
