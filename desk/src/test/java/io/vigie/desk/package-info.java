/** The desk as a whole, on a real broker, a real Elasticsearch node and, where one is installed, a real browser. */
@NullMarked
package io.vigie.desk;

import org.jspecify.annotations.NullMarked;
