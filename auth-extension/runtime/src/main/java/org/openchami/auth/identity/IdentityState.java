package org.openchami.auth.identity;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Where this service's identity stands. What follows what is data, here and nowhere else.
 *
 * <pre>
 * nothing    ── a key is stored ──────────────────────────▶ key made
 * key made   ── the authority agreed ─────────────────────▶ registered
 * key made   ── the authority says no ────────────────────▶ refused
 * registered ── the first token ──────────────────────────▶ token held
 * registered ── it can't be had ──────────────────────────▶ ended
 * registered ── less is granted than is configured ───────▶ refused
 * token held ── 75–80 % of its life ──────────────────────▶ renewing
 * renewing   ── a new token ──────────────────────────────▶ token held
 * renewing   ── it fails ─────────────────────────────────▶ stale
 * renewing   ── not allowed ──────────────────────────────▶ refused
 * renewing   ── the token ran out ────────────────────────▶ ended
 * renewing   ── the authority does not know us ───────────▶ rejected
 * stale      ── a new token ──────────────────────────────▶ token held
 * stale      ── the token ran out ────────────────────────▶ ended
 * ended      ── a new token ──────────────────────────────▶ token held
 * refused    ── an operator mended it ────────────────────▶ token held
 * rejected   ── repaired ─────────────────────────────────▶ token held
 * rejected   ── it proves nothing, and no token is left ──▶ ended
 * rejected   ── seen twice ───────────────────────────────▶ forgotten
 * forgotten  ── registered anew ──────────────────────────▶ registered
 * </pre>
 *
 * That is the way that is usually taken. Left out are the arrows of a service with several peers, of which one fails while another one does not, and
 * those that skip a state: the table below has them all, and the guide tells of each what leads along it. In every state a token that is still valid
 * goes on being served; only {@code ended} and those before the first token have none. A service that calls nobody is {@code unused} for good.
 */
public enum IdentityState {
    /** No peers, so no identity is needed. */
    UNUSED,
    /** Not even a key. */
    NOTHING,
    /** A key or a secret is stored; the authority has not heard of it. */
    KEY_MADE,
    /** The authority knows us; no token yet. */
    REGISTERED,
    /** A valid token for every peer. */
    TOKEN_HELD,
    /** The same, and a new one is being asked for. */
    RENEWING,
    /** The same, and the last renewal failed. */
    STALE,
    /** The authority says that it does not know us, or our key; what that means is being found out. */
    REJECTED,
    /** It is proven that the authority has no client of ours: we register anew. */
    FORGOTTEN,
    /** The authority knows us and does not allow what we are configured for: an operator's matter. */
    REFUSED,
    /** For some peer there is no valid token, and none can be had now. */
    ENDED;

    private static final Map<IdentityState, Set<IdentityState>> NEXT = new EnumMap<>(IdentityState.class);

    static {
        NEXT.put(UNUSED, EnumSet.noneOf(IdentityState.class));
        NEXT.put(NOTHING, EnumSet.of(KEY_MADE));
        NEXT.put(KEY_MADE, EnumSet.of(REGISTERED, TOKEN_HELD, RENEWING, STALE, REFUSED, ENDED, REJECTED));
        NEXT.put(REGISTERED, EnumSet.of(TOKEN_HELD, RENEWING, REJECTED, REFUSED, ENDED, STALE));
        NEXT.put(TOKEN_HELD, EnumSet.of(RENEWING, ENDED, REFUSED));
        NEXT.put(RENEWING, EnumSet.of(TOKEN_HELD, STALE, REJECTED, REFUSED, ENDED));
        NEXT.put(STALE, EnumSet.of(TOKEN_HELD, RENEWING, REJECTED, REFUSED, ENDED));
        NEXT.put(REJECTED, EnumSet.of(TOKEN_HELD, RENEWING, STALE, FORGOTTEN, REFUSED, ENDED, REGISTERED, KEY_MADE));
        NEXT.put(FORGOTTEN, EnumSet.of(TOKEN_HELD, RENEWING, STALE, REFUSED, ENDED, REGISTERED, REJECTED));
        NEXT.put(REFUSED, EnumSet.of(TOKEN_HELD, RENEWING, STALE, ENDED, REJECTED, REGISTERED, KEY_MADE));
        NEXT.put(ENDED, EnumSet.of(TOKEN_HELD, RENEWING, STALE, REJECTED, REFUSED, REGISTERED));
    }

    boolean mayBecome(IdentityState next) {
        return this == next || NEXT.get(this).contains(next);
    }

    /** As people read it: {@code token held}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
