package io.vigie.processor.topology;

import java.util.ArrayList;
import java.util.List;

/** Revisions of one item that wait for its story, oldest first: a value of the store {@code awaiting-items}. */
record FiledItems(List<FiledItem> items) {

    FiledItems {
        items = List.copyOf(items);
    }

    FiledItems with(FiledItem next) {
        List<FiledItem> all = new ArrayList<>(items);
        all.add(next);
        return new FiledItems(all);
    }
}
