package io.vigie.ingest.robots;

/**
 * The value of a {@code User-agent} line.
 *
 * @param value as written, octets as characters
 */
record UserAgent(String value) {

    /** Whether it is {@code *}, for every crawler that no other group names. */
    boolean everybody() {
        return value.startsWith("*") && (value.length() == 1 || Character.isWhitespace(value.charAt(1)));
    }

    /**
     * Whether it names a crawler, case aside: {@code Vigie/1.0 (+https://…)} is {@code Vigie}. Tokens have letters, dashes
     * and underscores in the RFC; digits are taken too, for crawlers such as {@code MJ12bot}.
     */
    boolean names(String productToken) {
        String token = token(value);
        return value.equalsIgnoreCase(PercentEncoding.octets(productToken.strip()))
                || (!token.isEmpty() && token.equalsIgnoreCase(token(productToken.strip())));
    }

    private static String token(String agent) {
        int end = 0;
        while (end < agent.length() && isTokenCharacter(agent.charAt(end))) {
            end++;
        }
        return agent.substring(0, end);
    }

    private static boolean isTokenCharacter(char c) {
        return c == '-' || c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
