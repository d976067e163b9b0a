@NullMarked
package io.vigie.cli.config;

import org.jspecify.annotations.NullMarked;
