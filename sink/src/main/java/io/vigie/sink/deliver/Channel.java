package io.vigie.sink.deliver;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.vigie.sink.Trust;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * One place where people are told of alerts: an entry of {@code deliver.channels} in {@code vigie.yaml}, for example
 *
 * <pre>{id: desk, kind: slack, url: "${SLACK_URL}", themes: [ukraine-support], urgency: 4, language: en}</pre>
 *
 * An absent key takes its default.
 *
 * @param id lower-case letters, digits and dashes
 * @param kind what stands behind the address
 * @param url webhook address, http or https; for e-mail {@code smtp://host:port} or {@code smtps://host:port}. Webhook
 *     addresses are secrets themselves and are never printed
 * @param secret signs what a generic webhook gets, {@code user:password} of an SMTP server; absent for none
 * @param ca PEM file with the authorities to trust instead of the platform's; absent to trust the platform's
 * @param from sender of e-mail; needed there only
 * @param to receivers of e-mail; needed there only
 * @param themes ids of themes wanted; all by default
 * @param minScore least score of such a theme; 0 by default
 * @param urgency least urgent alert wanted, IPTC ninjs 1 (most urgent) to 9; 9, all, by default
 * @param languages of items wanted, BCP 47; all by default
 * @param outlets wanted, by id; all by default
 * @param countries of outlets wanted; all by default
 * @param surges whether surges of coverage are told too, of those themes, outlets and countries; not by default
 * @param language of the messages, {@code fr} or {@code en}; {@code fr} by default
 * @param rate 1/s by default; 1/15m for e-mail
 * @param quiet hours without messages; none by default
 */
public record Channel(
        String id,
        Kind kind,
        Secret url,
        @Nullable Secret secret,
        @Nullable Trust ca,
        @Nullable String from,
        List<String> to,
        Set<String> themes,
        Double minScore,
        Integer urgency,
        Set<String> languages,
        Set<String> outlets,
        Set<String> countries,
        Boolean surges,
        Reader language,
        Rate rate,
        @Nullable QuietHours quiet) {

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
    private static final Pattern MAIL_ADDRESS = Pattern.compile("[^\\s@<>,;\"]+@[^\\s@<>,;\"]+");
    private static final int LEAST_URGENT = 9;
    private static final int LARGEST_PORT = 65_535;

    /** What stands behind the address. */
    public enum Kind {
        @JsonProperty("slack")
        SLACK,
        @JsonProperty("mattermost")
        MATTERMOST,
        @JsonProperty("teams")
        TEAMS,
        @JsonProperty("discord")
        DISCORD,
        @JsonProperty("email")
        EMAIL,
        @JsonProperty("webhook")
        WEBHOOK
    }

    /** Language of the people who read. */
    public enum Reader {
        @JsonProperty("fr")
        FR,
        @JsonProperty("en")
        EN
    }

    // Jackson passes null for a key that the file leaves out.
    public Channel {
        if (id == null || !ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "channel id '" + id + "' must be lower-case letters, digits and dashes, 64 at most");
        }
        if (kind == null || url == null) {
            throw new IllegalArgumentException("channel '" + id + "' needs a kind and a url");
        }
        to = to == null ? List.of() : List.copyOf(to);
        if (kind == Kind.EMAIL) {
            checkMail(id, url, from, to);
        } else {
            checkWebhook(id, url);
        }
        if (ca != null && url.reveal().startsWith("http:")) {
            throw new IllegalArgumentException("ca of channel '" + id + "' is of use with a secured address only");
        }
        themes = themes == null ? Set.of() : Set.copyOf(themes);
        minScore = minScore == null ? Double.valueOf(0) : minScore;
        urgency = urgency == null ? Integer.valueOf(LEAST_URGENT) : urgency;
        languages = languages == null ? Set.of() : Set.copyOf(languages);
        outlets = outlets == null ? Set.of() : Set.copyOf(outlets);
        countries = countries == null ? Set.of() : Set.copyOf(countries);
        surges = surges != null && surges;
        language = language == null ? Reader.FR : language;
        rate = rate == null ? usualRate(kind) : rate;
        new Route(themes, minScore, urgency, languages, outlets, countries); // refuses what is out of bounds
    }

    private static Rate usualRate(Kind kind) {
        return kind == Kind.EMAIL ? Rate.of("1/15m").withBurst(1) : Rate.of("1/s");
    }

    private static void checkWebhook(String id, Secret url) {
        if (HttpUrl.parse(url.reveal()) == null) {
            throw new IllegalArgumentException("url of channel '" + id + "' must be an http or https address");
        }
    }

    private static void checkMail(String id, Secret url, @Nullable String from, List<String> to) {
        String form = "url of channel '" + id + "' must be smtp://host:port or smtps://host:port";
        URI server;
        try {
            server = URI.create(url.reveal());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(form); // the cause would print the address
        }
        if (!("smtp".equals(server.getScheme()) || "smtps".equals(server.getScheme()))
                || server.getHost() == null
                || server.getPort() > LARGEST_PORT) {
            throw new IllegalArgumentException(form);
        }
        if (server.getRawUserInfo() != null) {
            throw new IllegalArgumentException(
                    "url of channel '" + id + "' must not hold a password; put user:password into secret");
        }
        if (from == null || to.isEmpty()) {
            throw new IllegalArgumentException("channel '" + id + "' of kind email needs from and to");
        }
        if (!MAIL_ADDRESS.matcher(from).matches()
                || !to.stream().allMatch(one -> MAIL_ADDRESS.matcher(one).matches())) {
            throw new IllegalArgumentException("from and to of channel '" + id + "' must look like desk@example.org");
        }
    }

    Route route() {
        return new Route(themes, minScore, urgency, languages, outlets, countries);
    }
}
