/**
 * How well each source is seen. "Nothing was published" and "we could not see" are different news, and only the ledger
 * tells them apart: a quiet stretch is one in which we looked and were answered, a blind one begins with the last
 * answer before a failure and ends with the next answer.
 */
@NullMarked
package io.vigie.desk.watch;

import org.jspecify.annotations.NullMarked;
