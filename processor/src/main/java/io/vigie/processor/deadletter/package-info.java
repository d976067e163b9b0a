/**
 * What could not be handled, and how to put it back. {@link io.vigie.processor.deadletter.DeadLetterBox} lists the letters with
 * their cause and puts chosen ones back on the topic that they came from, as they are or repaired. A letter is put back once:
 * record and remark are written in one transaction, under one transactional id, so that two operators at two desks cannot both
 * do it.
 */
@NullMarked
package io.vigie.processor.deadletter;

import org.jspecify.annotations.NullMarked;
