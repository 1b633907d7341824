package org.openchami.auth.authority;

import java.util.Set;

/** A CDI event: the authority publishes another set of keys than before. What was signed with a key that is gone from it is worth nothing now. */
public record KeysPublished(Set<String> kids) {

    public KeysPublished {
        kids = Set.copyOf(kids);
    }
}
