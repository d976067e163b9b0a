/** A local web server that can be made to misbehave in one way a class. */
@NullMarked
package io.vigie.ingest.web;

import org.jspecify.annotations.NullMarked;
