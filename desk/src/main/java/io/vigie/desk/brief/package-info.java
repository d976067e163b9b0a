/**
 * The morning brief: the stories of a span of time by theme, with the sentence that proves each and links to every
 * report. One {@link io.vigie.desk.brief.Brief} is made and then printed as HTML (for mail and paper), Markdown or JSON.
 */
@NullMarked
package io.vigie.desk.brief;

import org.jspecify.annotations.NullMarked;
