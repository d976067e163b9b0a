package io.vigie.processor.topology;

import io.vigie.events.ClassifiedItem;
import java.time.Instant;

/** A classified item with its place in time, on its way inside the topology; never written to a topic. */
record FiledItem(ClassifiedItem classified, Instant filedAt) {}
