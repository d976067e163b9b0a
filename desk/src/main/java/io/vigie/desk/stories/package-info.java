/** What the stream says beyond single alerts: stories, editions that diverge, surges. */
@NullMarked
package io.vigie.desk.stories;

import org.jspecify.annotations.NullMarked;
