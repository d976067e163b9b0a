package io.vigie.desk.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vigie.desk.http.Call;
import io.vigie.desk.http.Reply;
import io.vigie.events.json.JsonCodec;
import io.vigie.sink.elastic.AlertDocument;
import io.vigie.sink.elastic.AlertFilter;
import io.vigie.sink.elastic.AlertHit;
import io.vigie.sink.elastic.AlertPage;
import io.vigie.sink.elastic.AlertQuery;
import io.vigie.sink.elastic.AlertReader;
import java.io.IOException;
import java.io.OutputStream;

/** Whole lists for other programs, made page by page while they are sent. */
public final class ExportApi {

    private static final int PAGE = 200;
    private static final int USUAL = 10_000;
    private static final int MOST = 100_000;
    private static final ObjectMapper MAPPER = JsonCodec.mapper();

    private final AlertReader alerts;
    private final Filters filters;

    /** Writes one alert. */
    private interface Line {
        void write(AlertDocument alert, OutputStream out) throws IOException;
    }

    public ExportApi(AlertReader alerts, Filters filters) {
        this.alerts = alerts;
        this.filters = filters;
    }

    /** {@code GET /api/alerts.csv} (RFC 4180), newest first, with a line of names. */
    public Reply csv(Call call) {
        AlertFilter filter = filters.of(call);
        int most = Filters.number(call, "limit", MOST, USUAL);
        return Reply.stream("text/csv; charset=utf-8; header=present", out -> {
                    out.write(CsvLine.HEADER.getBytes(UTF_8));
                    each(
                            filter,
                            most,
                            false,
                            out,
                            (alert, to) -> to.write(CsvLine.of(alert).getBytes(UTF_8)));
                })
                .header("Content-Disposition", "attachment; filename=\"vigie-alerts.csv\"");
    }

    /** {@code GET /api/alerts.jsonl}: whole documents, bodies included. */
    public Reply jsonLines(Call call) {
        AlertFilter filter = filters.of(call);
        int most = Filters.number(call, "limit", MOST, USUAL);
        return Reply.stream(
                        "application/x-ndjson; charset=utf-8",
                        out -> each(filter, most, true, out, (alert, to) -> {
                            to.write(MAPPER.writeValueAsBytes(alert));
                            to.write('\n');
                        }))
                .header("Content-Disposition", "attachment; filename=\"vigie-alerts.jsonl\"");
    }

    private void each(AlertFilter filter, int most, boolean bodies, OutputStream out, Line line) throws IOException {
        AlertQuery query = new AlertQuery(filter, Math.min(PAGE, most), null, bodies);
        int written = 0;
        while (true) {
            AlertPage page = alerts.find(query);
            for (AlertHit hit : page.hits()) {
                if (written++ < most) {
                    line.write(hit.alert(), out);
                }
            }
            if (page.next() == null || written >= most) {
                return;
            }
            query = query.after(page.next());
        }
    }
}
