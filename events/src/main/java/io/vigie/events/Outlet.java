package io.vigie.events;

import org.jspecify.annotations.Nullable;

/**
 * Who publishes.
 *
 * @param id the source's id, for example {@code otan-fr}
 * @param name for people, for example {@code OTAN}
 * @param country ISO 3166-1 alpha-2 in upper case, {@code INT} or {@code EU} for organisations; absent when not stated
 */
public record Outlet(String id, String name, @Nullable String country) {}
