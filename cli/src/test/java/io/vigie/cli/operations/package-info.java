@NullMarked
package io.vigie.cli.operations;

import org.jspecify.annotations.NullMarked;
