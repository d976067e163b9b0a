package io.vigie.processor.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Reads the text of one query.
 *
 * <pre>
 * query    = group { "|" group }                      either
 * group    = part { "&amp;" part }                        both, in the same sentence
 * part     = "-" part | "(" query ")" | "$" list | function | words
 * function = ( "near" | "order" | "around" ) "(" number { "," query } ")" | ( "item" | "headline" ) "(" query ")"
 * words    = word { word } [ "~" number ]              a phrase, with so many other words between
 * word     = letters, with "=" before (exact form) or "*" before or behind (part of a word)
 * </pre>
 */
final class ExpressionParser {

    private static final String MARKS = "|&(),~\"";
    private static final int DEEPEST = 32;

    private final String text;
    private int at;
    private int depth;

    private ExpressionParser(String text) {
        this.text = text;
    }

    /**
     * Reads a query.
     *
     * @throws IllegalArgumentException with what is wrong and where, for the analyst
     */
    static Expression parse(String text) {
        ExpressionParser parser = new ExpressionParser(text);
        Expression expression = parser.query();
        if (parser.at < text.length()) {
            throw parser.wrong("unexpected '" + text.charAt(parser.at) + "'");
        }
        return expression;
    }

    private Expression query() {
        if (++depth > DEEPEST) {
            throw wrong("brackets are nested deeper than " + DEEPEST);
        }
        Expression expression = separated('|', this::group, Expression.Any::new);
        depth--;
        return expression;
    }

    private Expression group() {
        return separated('&', this::part, Expression.All::new);
    }

    private Expression separated(char mark, Supplier<Expression> next, Function<List<Expression>, Expression> join) {
        List<Expression> parts = new ArrayList<>();
        do {
            parts.add(next.get());
        } while (skip(mark));
        return parts.size() == 1 ? parts.get(0) : join.apply(parts);
    }

    private Expression part() {
        if (skip('-')) {
            return new Expression.Without(part());
        }
        if (skip('(')) {
            Expression inner = query();
            expect(')');
            return inner;
        }
        if (skip('$')) {
            return new Expression.TermsOf(word("a list name after '$'"));
        }
        if (skip('"')) {
            return quoted();
        }
        int start = at;
        String first = word("a word");
        if (skip('(')) {
            return function(first, start);
        }
        StringBuilder words = new StringBuilder(first);
        while (peekWord()) {
            words.append(' ').append(word("a word"));
        }
        return new Expression.Phrase(words.toString(), slop());
    }

    private Expression quoted() {
        StringBuilder words = new StringBuilder(word("a word after '\"'"));
        while (peekWord()) {
            words.append(' ').append(word("a word"));
        }
        expect('"');
        return new Expression.Phrase(words.toString(), slop());
    }

    private int slop() {
        return skip('~') ? number("a number after '~', the words allowed in between") : 0;
    }

    private Expression function(String name, int start) {
        Expression function = switch (name.toLowerCase(Locale.ROOT)) {
            case "near" -> near(false);
            case "order" -> near(true);
            case "around" -> new Expression.Around(number("how many sentences away"), argument());
            case "item" -> new Expression.Item(query());
            case "headline" -> new Expression.Headline(query());
            default -> {
                at = start;
                throw wrong("'" + name + "(' is not a function; there are near, order, around, item, headline");
            }
        };
        expect(')');
        return function;
    }

    private Expression near(boolean ordered) {
        int distance = number("how many words apart");
        List<Expression> parts = new ArrayList<>();
        while (parts.size() < 2 || peek() == ',') {
            Expression part = argument();
            if (!terms(part)) {
                throw wrong("near and order take words, lists and alternatives of these");
            }
            parts.add(part);
        }
        return new Expression.Near(distance, ordered, parts);
    }

    private static boolean terms(Expression part) {
        return part instanceof Expression.Any any
                ? any.parts().stream().allMatch(ExpressionParser::terms)
                : part instanceof Expression.TermsOf
                        || (part instanceof Expression.Phrase phrase && phrase.slop() == 0);
    }

    private Expression argument() {
        expect(',');
        return query();
    }

    private int number(String what) {
        String digits = word(what);
        try {
            int number = Integer.parseInt(digits);
            if (number < 0 || number > 100) {
                throw wrong("expected " + what + " between 0 and 100, not " + digits);
            }
            return number;
        } catch (NumberFormatException e) {
            throw wrong("expected " + what + ", not '" + digits + "'");
        }
    }

    private boolean peekWord() {
        char next = peek();
        if (next == '-' || next == '$') {
            throw wrong("write '&' or '|' before '" + next + "'");
        }
        return next != 0 && MARKS.indexOf(next) < 0;
    }

    private String word(String expected) {
        peek();
        int start = at;
        while (at < text.length() && !Character.isWhitespace(text.charAt(at)) && MARKS.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        if (at == start) {
            throw wrong("expected " + expected);
        }
        return text.substring(start, at);
    }

    private boolean skip(char mark) {
        if (peek() != mark) {
            return false;
        }
        at++;
        return true;
    }

    private void expect(char mark) {
        if (!skip(mark)) {
            throw wrong("expected '" + mark + "'");
        }
    }

    private char peek() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < text.length() ? text.charAt(at) : 0;
    }

    private IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException(what + " at character " + (at + 1) + " of '" + text + "'");
    }
}
