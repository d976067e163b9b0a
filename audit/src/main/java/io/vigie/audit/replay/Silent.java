package io.vigie.audit.replay;

import org.jspecify.annotations.Nullable;

/**
 * An item that production left no record of.
 *
 * @param partition of the item topic
 * @param offset there
 * @param writtenAt when it was written there, milliseconds since 1970
 * @param id of the item; absent when it cannot be read
 * @param last whether production has written nothing about the items behind it either: it may not have come so far yet
 */
record Silent(
        int partition,
        long offset,
        long writtenAt,
        @Nullable String id,
        boolean last) {}
