/** Which channels were told of an alert, as the delivery ledger says. */
@NullMarked
package io.vigie.desk.deliver;

import org.jspecify.annotations.NullMarked;
