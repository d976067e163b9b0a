/**
 * A press that publishes as much as is asked: releases written from a seed, on sites of their own that are kind or
 * trying.
 */
@NullMarked
package io.vigie.bench.press;

import org.jspecify.annotations.NullMarked;
