package io.vigie.processor.story;

import java.util.List;

/**
 * Where an item belongs.
 *
 * @param storyId its story: the id of the first item that told it
 * @param absorbed ids of younger stories that this item showed to be the same; empty for almost all items. They stand for
 *     {@code storyId} from now on
 */
public record Placement(String storyId, List<String> absorbed) {

    public Placement {
        absorbed = List.copyOf(absorbed);
    }
}
