package io.vigie.desk.feed;

import io.vigie.events.Alert;
import io.vigie.sink.elastic.AlertDocument;
import java.net.URI;
import java.util.stream.Collectors;

/** What a feed says of an alert, as plain text. */
final class Entry {

    private static final int SENTENCES = 3;

    private Entry() {}

    static String title(AlertDocument alert) {
        return alert.status() == Alert.Status.RETRACTED ? "[retracted] " + alert.headline() : alert.headline();
    }

    /** The sentences that prove it. */
    static String summary(AlertDocument alert) {
        return alert.evidence().stream()
                .map(AlertDocument.ThemeEvidence::quote)
                .distinct()
                .limit(SENTENCES)
                .collect(Collectors.joining("\n"));
    }

    static boolean isWeb(URI address) {
        return "http".equals(address.getScheme()) || "https".equals(address.getScheme());
    }

    /** Without the characters that XML 1.0 cannot hold (2.2), which would make every reader refuse the whole feed. */
    static String xmlText(String text) {
        StringBuilder legal = new StringBuilder(text.length());
        text.codePoints()
                .filter(c -> c == '\t'
                        || c == '\n'
                        || c == '\r'
                        || (c >= 0x20 && c <= 0xD7FF)
                        || (c >= 0xE000 && c <= 0xFFFD)
                        || c >= 0x10000)
                .forEach(legal::appendCodePoint);
        return legal.toString();
    }
}
