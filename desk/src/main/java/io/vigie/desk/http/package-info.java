/**
 * The little HTTP that the desk needs, on Jetty's core API: calls and replies as values, a table of routes, files that
 * were read at the start, and the guard that every request passes first.
 *
 * <p>Whoever reaches the desk's port can read all alerts, so {@link io.vigie.desk.http.Guard} asks three things. Is the
 * {@code Host} one of ours? A page of a stranger whose name was made to point at loopback (DNS rebinding) fails here. Is
 * the caller let in? Beyond loopback only with the token, in a header or in the cookie that the login gives. Does a
 * change of state come from our own page? It needs a header that no form can send and, when the browser says where it
 * comes from, our own origin.
 */
@NullMarked
package io.vigie.desk.http;

import org.jspecify.annotations.NullMarked;
