package org.openchami.auth.verify;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.openchami.auth.config.Settings;

/** What no user may be called, lest they be taken for somebody else further on: one of the services, or a compute node. */
@Singleton
class Subjects {
    /** An xname of a node, a node's number, or an origin as call contexts write it. */
    private static final Pattern NODE = Pattern.compile("x\\d+c\\d+s\\d+b\\d+n\\d+|nid\\d+|(?:node|svc):.*", Pattern.CASE_INSENSITIVE);

    private final Set<String> services = new HashSet<>();

    @Inject
    Subjects(Settings settings) {
        services.add(settings.service());
        services.addAll(settings.clients().keySet());
    }

    boolean allow(Principal principal) {
        return !(principal instanceof Principal.User user) || !services.contains(user.subject()) && !NODE.matcher(user.subject()).matches();
    }
}
