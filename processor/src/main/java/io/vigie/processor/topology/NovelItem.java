package io.vigie.processor.topology;

import io.vigie.events.Novelty;
import io.vigie.events.PressItem;
import io.vigie.events.RevisionDiff;
import io.vigie.processor.novelty.KnownItem;
import org.jspecify.annotations.Nullable;

/** An item that is not a duplicate, on its way inside the topology; never written to a topic. */
record NovelItem(
        PressItem item,
        Novelty novelty,
        KnownItem known,
        @Nullable RevisionDiff diff) {}
