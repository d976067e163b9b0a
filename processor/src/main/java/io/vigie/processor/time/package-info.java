/**
 * Event time. Stories, coverage and surges run on the time of publication, not on the time of processing: a replay of last
 * year gives last year's surges.
 *
 * <ul>
 *   <li>{@link io.vigie.processor.time.EventTime} bounds it: 1970 and 2099 become the time at which the page was read.
 *   <li>Stream time, the latest event time that a task has seen, only moves forward. An item further behind it than a day is
 *       counted as late ({@code vigie.processor.items.late}); it is classified and alerts like any other.
 *   <li>Grace: coverage counts an item up to four weeks late in its own hour; an hour can begin a surge while it is less than
 *       a day old. A story takes items in that lie within its window of six days.
 * </ul>
 */
@NullMarked
package io.vigie.processor.time;

import org.jspecify.annotations.NullMarked;
