package io.vigie.desk.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Who is let in. With a token configured, a caller shows it in {@code Authorization: Bearer}, or in a cookie that the
 * login gave for it: a browser's event stream cannot send headers. The cookie holds a time and its HMAC under the token,
 * so that it works on every desk with the same token and dies with it. All comparisons take the same time.
 */
public final class Access {

    static final String COOKIE = "vigie-desk";
    private static final Duration SESSION = Duration.ofHours(16);
    private static final String BEARER = "Bearer ";

    private final byte @Nullable [] token;
    private final Clock clock;
    private final String header = random();

    /**
     * Of one process.
     *
     * @param token absent lets everybody in who reaches the port
     */
    public Access(@Nullable String token, Clock clock) {
        this.token = token == null ? null : token.getBytes(UTF_8);
        this.clock = clock;
    }

    /** Whether callers must show a token. */
    public boolean needsToken() {
        return token != null;
    }

    /** What a change of state must carry in {@code X-Vigie-Token}. Pages learn it from the session. */
    public String headerToken() {
        return header;
    }

    /** Whether the caller may read. */
    public boolean lets(Call call) {
        return token == null
                || showsToken(call)
                || call.header("cookie").map(this::hasSession).orElse(false);
    }

    /** Programs that show the token itself need no other proof that it is they who ask. */
    boolean showsToken(Call call) {
        return token != null
                && call.header("authorization")
                        .filter(value -> value.startsWith(BEARER))
                        .map(value -> isToken(value.substring(BEARER.length())))
                        .orElse(false);
    }

    boolean showsHeaderToken(Call call) {
        return same(call.header("x-vigie-token").orElse(""), header);
    }

    /** Whether this is the token. */
    public boolean isToken(String candidate) {
        return token != null && MessageDigest.isEqual(candidate.getBytes(UTF_8), token);
    }

    /** Value of {@code Set-Cookie} for a caller who knew the token. */
    public String sessionCookie() {
        long until = clock.instant().plus(SESSION).getEpochSecond();
        return COOKIE + "=" + until + "." + signature(until) + "; Path=/; HttpOnly; SameSite=Strict; Max-Age="
                + SESSION.toSeconds();
    }

    private boolean hasSession(String cookies) {
        for (String cookie : cookies.split(";", 50)) {
            String pair = cookie.strip();
            if (pair.startsWith(COOKIE + "=") && isSession(pair.substring(COOKIE.length() + 1))) {
                return true;
            }
        }
        return false;
    }

    private boolean isSession(String value) {
        int dot = value.indexOf('.');
        try {
            long until = Long.parseLong(value.substring(0, Math.max(0, dot)));
            return same(value.substring(dot + 1), signature(until))
                    && clock.instant().getEpochSecond() < until;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private String signature(long until) {
        byte[] key = token;
        if (key == null) {
            throw new IllegalStateException("without a token there are no sessions");
        }
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return encoded(mac.doFinal(("vigie desk session " + until).getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    private static boolean same(String a, String b) {
        return MessageDigest.isEqual(a.getBytes(UTF_8), b.getBytes(UTF_8));
    }

    private static String random() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return encoded(bytes);
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
