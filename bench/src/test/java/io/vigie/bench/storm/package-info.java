@NullMarked
package io.vigie.bench.storm;

import org.jspecify.annotations.NullMarked;
