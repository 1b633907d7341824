package org.openchami.auth.identity;

import java.util.Locale;

import org.openchami.auth.config.OwnClient;
import org.openchami.auth.config.OwnClientConfig.Authentication;
import org.openchami.auth.config.Settings;

/** What the configuration amounts to, and what it can and can't do. */
enum IdentityMode {
    NONE("none is needed: this service calls nobody"),
    HYDRA("registers itself at Hydra's admin API, renews its tokens, replaces its keys, and heals whatever happens to its client"),
    DYNAMIC("registers itself by RFC 7591, renews its tokens and replaces its keys; a client that is lost is replaced by one with another id"),
    GIVEN("is registered by an operator; renews its tokens, and can neither register nor repair itself"),
    ACCESS_ONLY("uses an access token that it is given until that ends; can't renew it, register or repair anything");

    private final String can;

    IdentityMode(String can) {
        this.can = can;
    }

    static IdentityMode of(Settings settings) {
        if (!settings.speaks()) {
            return NONE;
        }
        return settings.own().accessOnly() ? ACCESS_ONLY : valueOf(settings.own().kind().name());
    }

    String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String line(Settings settings) {
        OwnClient own = settings.own();
        if (this == ACCESS_ONLY) {
            return "'" + settings.service() + "' " + can;
        }
        String method = own.authentication().name().toLowerCase(Locale.ROOT);
        String proof = own.authentication() == Authentication.PRIVATE_KEY_JWT && !own.given() ? method + " " + own.algorithm() : method;
        String first = own.refreshToken().isPresent() ? "; spends the refresh token it is given first" : "";
        return "'" + own.clientId() + "' " + can + " (" + proof + ")" + first;
    }
}
