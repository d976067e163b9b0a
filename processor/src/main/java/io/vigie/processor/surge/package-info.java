/**
 * When does everybody write about it? Coverage of a theme is counted by the hour of publication, for each outlet, each
 * country and the whole press, and compared with what that hour of the week usually brings ({@link
 * io.vigie.processor.surge.Baseline}). A surge is told twice: when an hour reaches the threshold, and when three hours in a
 * row stayed below it.
 *
 * <p>Nothing surges in the first week: an outlet that was just added is not news. Items that come late count in their own
 * hour for four weeks; an hour that ended a day ago begins no surge.
 */
@NullMarked
package io.vigie.processor.surge;

import org.jspecify.annotations.NullMarked;
