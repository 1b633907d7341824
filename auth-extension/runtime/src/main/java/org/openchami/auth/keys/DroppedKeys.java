package org.openchami.auth.keys;

import java.util.List;
import java.util.Set;

import org.jboss.logging.Logger;
import org.openchami.auth.keys.Jwk.Dropped;

/** Says which keys of a set are not used, and why: each once, as long as the set holds it. */
final class DroppedKeys {
    private static final Logger LOG = Logger.getLogger(DroppedKeys.class);
    /** A set of thousands of bad keys must not fill the log. */
    private static final int MOST = 20;

    private final String owner;
    private volatile Set<Dropped> said = Set.of();

    DroppedKeys(String owner) {
        this.owner = owner;
    }

    void tell(List<Dropped> dropped) {
        Set<Dropped> before = said;
        List<Dropped> news = dropped.stream().distinct().filter(one -> !before.contains(one)).toList();
        news.stream().limit(MOST).forEach(this::tell);
        if (news.size() > MOST) {
            LOG.warnf("OCAUTH-0102 %s: %d more keys are not used", owner, news.size() - MOST);
        }
        said = Set.copyOf(dropped);
    }

    private void tell(Dropped key) {
        if (key.leaked()) {
            LOG.errorf(
                    "OCAUTH-0105 %s publishes a key that must be secret, '%s': %s. Whoever reads it can make tokens. It is not used. Cure: withdraw it"
                            + " there now, and sign with a new one",
                    owner, key.kid(), key.cause());
        } else {
            LOG.warnf("OCAUTH-0102 %s: the key '%s' is not used: %s", owner, key.kid(), key.cause());
        }
    }
}
