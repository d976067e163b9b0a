/**
 * The configuration folder: {@code vigie.yaml}, {@code sources.yaml} and {@code themes.yaml} as validated records. Every
 * key has a default, every mistake is one line that names file, line, path and remedy.
 */
@NullMarked
package io.vigie.cli.config;

import org.jspecify.annotations.NullMarked;
