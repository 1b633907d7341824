package org.openchami.auth.testing.authority;

import java.net.URI;
import java.util.List;

/** What a client may ask for: its scopes exactly, its audiences by Hydra's rule, its grants. */
final class Grants {
    private Grants() {}

    static List<String> scopes(Client client, String requested) {
        List<String> scopes = Words.split(requested);
        for (String scope : scopes) {
            if (!client.scopes().contains(scope)) {
                throw OAuthError.INVALID_SCOPE.because("The OAuth 2.0 Client is not allowed to request scope '" + scope + "'.");
            }
        }
        return scopes;
    }

    /** Repeated, or a list between spaces. */
    static List<String> audience(Client client, List<String> requested) {
        List<String> audience = requested.size() == 1 ? Words.split(requested.get(0)) : requested;
        for (String wanted : audience) {
            if (client.list("audience").stream().noneMatch(allowed -> covers(allowed, wanted))) {
                throw OAuthError.INVALID_REQUEST
                        .because("Requested audience '" + wanted + "' has not been whitelisted by the OAuth 2.0 Client.");
            }
        }
        return audience;
    }

    static void requireGrant(Client client, String grant) {
        if (!client.list("grant_types").contains(grant)) {
            throw OAuthError.UNAUTHORIZED_CLIENT.because("The OAuth 2.0 Client is not allowed to use authorization grant '" + grant + "'.");
        }
    }

    /** The same scheme, host and port, and the same path or one below it. */
    private static boolean covers(String allowed, String wanted) {
        URI one = URI.create(allowed);
        URI other = URI.create(wanted);
        return String.valueOf(one.getScheme()).equals(String.valueOf(other.getScheme()))
                && String.valueOf(one.getAuthority()).equals(String.valueOf(other.getAuthority()))
                && (path(other).equals(path(one)) || path(other).startsWith(path(one) + "/"));
    }

    private static String path(URI uri) {
        return uri.getPath() == null ? "" : uri.getPath().replaceAll("/+$", "");
    }
}
