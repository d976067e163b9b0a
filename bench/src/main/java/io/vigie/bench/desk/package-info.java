/**
 * What the desk can bear: a full index, many pages that listen, and one page that has been open all day.
 *
 * <p>Broker, index, sink and desk run as in production, one process each; this process is the readers, and shares the
 * processors with them. What is indexed beforehand goes through the sink's own documents, in bulk; what is pushed goes the
 * whole way over the topic.
 */
@NullMarked
package io.vigie.bench.desk;

import org.jspecify.annotations.NullMarked;
