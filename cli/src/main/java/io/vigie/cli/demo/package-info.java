/**
 * A press world of the demonstration's own: imaginary outlets with their pages, feeds, sitemaps and listings on
 * loopback, so that {@code vigie demo} shows the real pipeline on a machine without a network.
 *
 * <p>What stands on the pages is data beside this package: {@code press.yaml} names the outlets and the order of
 * publication, {@code items/} holds one file an item with the themes that it must be given, {@code outlets/},
 * {@code homes/} and {@code feeds/} hold the templates. {@link io.vigie.cli.demo.DemoSite} serves them; an item appears
 * when it is published and not before, so that seconds from publication to searchable can be measured.
 */
@NullMarked
package io.vigie.cli.demo;

import org.jspecify.annotations.NullMarked;
