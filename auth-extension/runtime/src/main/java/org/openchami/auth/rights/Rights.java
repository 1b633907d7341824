package org.openchami.auth.rights;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.openchami.auth.config.Settings;
import org.openchami.auth.verify.AccessToken;

/** What those may do who have proven who they are. */
@Singleton
public class Rights {
    private final Settings settings;

    @Inject
    Rights(Settings settings) {
        this.settings = settings;
    }

    /** What this token gives its holder; the same for every request it comes with. */
    public TokenRights of(AccessToken token) {
        return new TokenRights(token, ClientRules.of(settings, token));
    }
}
