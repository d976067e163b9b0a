package io.vigie.audit.bundle;

import io.vigie.audit.topic.Bound;
import java.util.Set;

/** Which alerts a bundle is about. */
public sealed interface Selection {

    /** As it stands in the manifest. */
    String words();

    /**
     * Named alerts.
     *
     * @param ids of alerts, all revisions
     */
    record Alerts(Set<String> ids) implements Selection {
        public Alerts {
            ids = Set.copyOf(ids);
        }

        @Override
        public String words() {
            return "alerts " + String.join(" ", ids.stream().sorted().toList());
        }
    }

    /**
     * All alerts with a revision in a span of the alert topic; their earlier revisions come along.
     *
     * @param words how a person put it
     */
    record Range(Bound from, Bound to, String words) implements Selection {}
}
