/** How fast pages are read, beside jsoup's parse alone, which nobody who reads pages with jsoup can better. */
@NullMarked
package io.vigie.bench.extract;

import org.jspecify.annotations.NullMarked;
