package io.vigie.cli;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import io.vigie.audit.replay.ReplayedAlerts;
import io.vigie.events.Alert;
import io.vigie.events.yaml.ConfigurationException;
import io.vigie.sink.elastic.AlertCopy;
import java.io.IOException;

/** Alerts into an index of their own. */
record IndexedAlerts(AlertCopy copy) implements ReplayedAlerts {

    /**
     * Makes the index, or goes on with it.
     *
     * @param purpose what the index is for
     * @param resumes whether an earlier run has begun it
     * @throws ConfigurationException when the name cannot be used
     */
    static IndexedAlerts into(ElasticsearchClient client, String index, String purpose, boolean resumes)
            throws IOException {
        try {
            return new IndexedAlerts(
                    resumes ? AlertCopy.resume(client, index, purpose) : AlertCopy.create(client, index, purpose));
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException("--into: " + e.getMessage(), e);
        }
    }

    @Override
    public void add(Alert alert) throws IOException {
        copy.add(alert);
    }

    @Override
    public void flush() throws IOException {
        copy.flush();
    }
}
