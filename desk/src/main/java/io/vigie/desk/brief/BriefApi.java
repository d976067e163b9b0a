package io.vigie.desk.brief;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vigie.desk.api.Filters;
import io.vigie.desk.http.BadRequest;
import io.vigie.desk.http.Call;
import io.vigie.desk.http.Reply;
import io.vigie.sink.elastic.AlertReader;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** {@code GET /api/brief}: {@code since} (24h), {@code language} (en), {@code format} (json, html, md, pdf-ready). */
public final class BriefApi {

    private static final Duration LONGEST = Duration.ofDays(31);

    private final BriefMaker maker;
    private final Clock clock;

    public BriefApi(AlertReader alerts, Clock clock) {
        this.maker = new BriefMaker(alerts);
        this.clock = clock;
    }

    public Reply brief(Call call) {
        Duration since = Filters.span("since", call.parameter("since").orElse("24h"));
        if (since.compareTo(LONGEST) > 0) {
            throw new BadRequest("since must be " + LONGEST.toDays() + "d at most");
        }
        String language = call.parameter("language").orElse("en");
        Instant now = clock.instant();
        Brief brief = maker.make(now.minus(since), now, language);
        ZoneId zone = clock.getZone();
        String format = call.parameter("format").orElse("json");
        return switch (format) {
            case "json" -> Reply.json(brief);
            case "md" -> file("text/markdown; charset=utf-8", "md", BriefMarkdown.print(brief, language, zone, now));
            case "html" ->
                file(
                        "text/html; charset=utf-8",
                        "html",
                        BriefHtml.print(brief, language, zone, now, BriefHtml.Medium.SCREEN));
            case "pdf-ready" ->
                file(
                        "text/html; charset=utf-8",
                        "html",
                        BriefHtml.print(brief, language, zone, now, BriefHtml.Medium.PAPER));
            default -> throw new BadRequest("format must be json, html, md or pdf-ready");
        };
    }

    /** To be saved, not shown: a page of ours allows no style of its own. */
    private static Reply file(String type, String ending, String text) {
        return Reply.of(200, type, text.getBytes(UTF_8))
                .header("Cache-Control", "no-store")
                .header("Content-Disposition", "attachment; filename=\"vigie-brief." + ending + "\"");
    }
}
