package io.vigie.sink.deliver;

import io.vigie.events.AlertNotice;
import io.vigie.events.Delivery.Kind;
import io.vigie.events.Evidence;
import io.vigie.events.Notice;
import io.vigie.events.Surge;
import io.vigie.events.SurgeNotice;
import io.vigie.events.ThemeMatch;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The parts of a message, as clean text without any receiver's markup.
 *
 * @param title headline of an alert or a surge, or how many a digest tells of
 * @param kicker what kind of message this is when the title does not say so; may be empty
 * @param entries what it tells of, those that matter most first; at least one
 * @param omitted stories of a digest, or reports, that are only counted
 * @param footer what was omitted, and the themes of a digest with their counts; may be empty
 */
record Lines(String title, String kicker, List<Entry> entries, int omitted, String footer) {

    /** More is no longer read. */
    static final int MOST_ENTRIES = 15;

    private static final int HEADLINE = 200;
    private static final int QUOTE = 400;
    private static final int NAME = 80;
    private static final int LONGEST_ADDRESS = 1_500;
    private static final int MOST_THEMES = 3;
    private static final int MOST_COUNTED_THEMES = 10;

    Lines {
        entries = List.copyOf(entries);
    }

    /**
     * One alert, or in a digest one story; or one surge.
     *
     * @param headline of the item, or what surges
     * @param facts of a surge its figures; else what changed, outlet, country, date, themes, how many more reports a digest has
     * @param address of the item, http or https, ASCII; empty when it cannot be shown
     * @param quotes sentences of evidence, best first
     */
    record Entry(String headline, String facts, String address, List<Quote> quotes) {

        Entry {
            quotes = List.copyOf(quotes);
        }

        boolean hasAddress() {
            return !address.isEmpty();
        }
    }

    static Lines of(Bulletin bulletin, Phrases phrases, int most) {
        boolean digest = bulletin.kind() == Kind.DIGEST;
        Map<String, List<Notice>> groups = bulletin.notices().stream()
                .collect(Collectors.groupingBy(
                        notice -> digest && notice instanceof AlertNotice alert ? alert.storyId() : notice.key(),
                        LinkedHashMap::new,
                        Collectors.toList()));
        List<Entry> entries = new ArrayList<>();
        for (List<Notice> group : groups.values()) {
            if (entries.size() < most) {
                entries.add(
                        group.get(0) instanceof AlertNotice first
                                ? entry(first, group.size() - 1, phrases, quotes(bulletin.kind(), entries.size()))
                                : entry((SurgeNotice) group.get(0), phrases));
            }
        }
        String kind = phrases.kind(bulletin);
        int omitted = groups.size() - entries.size();
        String footer = join(phrases.andMore(omitted), digest ? themeCounts(bulletin.alerts()) : "");
        return new Lines(digest ? kind : entries.get(0).headline(), digest ? "" : kind, entries, omitted, footer);
    }

    /** An alert is proven, an update shows what each report adds, a digest is for the eye. */
    private static int quotes(Kind kind, int index) {
        return switch (kind) {
            case ALERT -> index == 0 ? 3 : 0;
            case UPDATE -> index < 5 ? 1 : 0;
            case RETRACTION, SURGE, DIGEST -> 0;
        };
    }

    /** The same without a sentence of the first entry or, when it has none, its address; empty when it has neither. */
    Optional<Lines> withLessOfTheFirst() {
        Entry first = entries.get(0);
        int sentences = first.quotes().size();
        if (sentences == 0 && !first.hasAddress()) {
            return Optional.empty();
        }
        List<Entry> less = new ArrayList<>(entries);
        less.set(
                0,
                sentences > 0
                        ? new Entry(
                                first.headline(),
                                first.facts(),
                                first.address(),
                                first.quotes().subList(0, sentences - 1))
                        : new Entry(first.headline(), first.facts(), "", List.of()));
        return Optional.of(new Lines(title, kicker, less, omitted, footer));
    }

    private static String themeCounts(List<AlertNotice> notices) {
        Map<String, Long> counts = notices.stream()
                .flatMap(notice -> notice.themes().stream())
                .collect(Collectors.groupingBy(match -> CleanText.line(match.theme(), NAME), Collectors.counting()));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_COUNTED_THEMES)
                .map(count -> count.getKey() + " " + count.getValue())
                .collect(Collectors.joining(" · "));
    }

    /** One entry for reports of one story: the first stands for all. */
    private static Entry entry(AlertNotice notice, int others, Phrases phrases, int quotes) {
        String headline = CleanText.line(notice.headline(), HEADLINE);
        String address = address(notice.url());
        return new Entry(
                headline.isEmpty() ? CleanText.line(notice.url().toASCIIString(), HEADLINE) : headline,
                join(facts(notice, phrases), phrases.sameStory(others)),
                address,
                quotes(notice, quotes));
    }

    private static Entry entry(SurgeNotice notice, Phrases phrases) {
        Surge surge = notice.surge();
        return new Entry(
                CleanText.line(phrases.headline(surge), HEADLINE),
                CleanText.line(phrases.figures(surge), HEADLINE),
                "",
                List.of());
    }

    /** Each sentence once; the headline, which is shown anyway, only when there is nothing else. */
    private static List<Quote> quotes(AlertNotice notice, int most) {
        Map<String, Evidence> sentences = new LinkedHashMap<>();
        notice.themes().stream()
                .flatMap(match -> match.evidence().stream())
                .forEach(evidence -> sentences.putIfAbsent(evidence.quote(), evidence));
        if (sentences.size() > 1) {
            sentences.remove(notice.headline());
        }
        return sentences.values().stream()
                .map(evidence -> CleanText.quote(evidence, QUOTE))
                .filter(quote -> !quote.plain().isBlank())
                .limit(most)
                .toList();
    }

    private static String address(URI url) {
        String ascii = url.toASCIIString();
        boolean web = "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
        return web && ascii.length() <= LONGEST_ADDRESS ? ascii : "";
    }

    private static String facts(AlertNotice notice, Phrases phrases) {
        String outlet = CleanText.line(notice.outlet().name(), NAME);
        String country = notice.outlet().country();
        String themes =
                notice.themes().stream().limit(MOST_THEMES).map(Lines::theme).collect(Collectors.joining(", "));
        return join(
                phrases.status(notice.status()),
                country == null ? outlet : outlet + " (" + CleanText.line(country, NAME) + ")",
                phrases.date(notice.datePublished()),
                themes);
    }

    private static String join(String... facts) {
        return Stream.of(facts).filter(fact -> !fact.isEmpty()).collect(Collectors.joining(" · "));
    }

    private static String theme(ThemeMatch match) {
        return CleanText.line(match.theme(), NAME) + String.format(Locale.ROOT, " %.2f", match.score());
    }
}
