package io.vigie.processor.surge;

import io.vigie.events.Outlet;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whose coverage of a theme is counted: an outlet's, a country's, or the whole press's.
 *
 * @param theme id
 * @param outlet absent for a country and for the whole press
 * @param country absent for an outlet and for the whole press
 */
public record Scope(
        String theme, @Nullable Outlet outlet, @Nullable String country) {

    /** All scopes in which one item of an outlet counts. */
    public static List<Scope> of(String theme, Outlet outlet) {
        List<Scope> scopes = new ArrayList<>();
        scopes.add(new Scope(theme, null, null));
        scopes.add(new Scope(theme, outlet, null));
        String country = outlet.country();
        if (country != null) {
            scopes.add(new Scope(theme, null, country));
        }
        return scopes;
    }

    /** For example {@code ukraine-support/country/JP}. */
    public String key() {
        if (outlet != null) {
            return theme + "/outlet/" + outlet.id();
        }
        return country == null ? theme + "/all" : theme + "/country/" + country;
    }
}
