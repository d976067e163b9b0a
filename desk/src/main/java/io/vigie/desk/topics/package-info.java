/** Reading topics from some point on, whole, without a consumer group: every desk has all of it in memory. */
@NullMarked
package io.vigie.desk.topics;

import org.jspecify.annotations.NullMarked;
