package io.vigie.audit.replay;

import io.vigie.events.Alert;
import java.io.IOException;

/** Where the alerts go that a replay raises. */
public interface ReplayedAlerts {

    /** Nowhere. */
    ReplayedAlerts NONE = new ReplayedAlerts() {
        @Override
        public void add(Alert alert) {}

        @Override
        public void flush() {}
    };

    /** Takes one, in the order of the replay; after a kill some of them a second time. */
    void add(Alert alert) throws IOException;

    /** Makes what was taken survive a kill: it is not raised again by a run that is resumed. */
    void flush() throws IOException;
}
