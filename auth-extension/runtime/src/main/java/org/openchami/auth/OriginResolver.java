package org.openchami.auth;

import io.smallrye.mutiny.Uni;

/**
 * Tells who a caller without a token is; a service provides one bean of this type. It is asked once a request, before the resource
 * method, and only for resources that are open to anybody. Calls to peers made while resolving have the origin
 * {@link Origin.Unknown}. A failure is not a refusal: the request goes on with {@link Origin.Unknown}.
 */
public interface OriginResolver {
    Uni<Origin> resolve(AnonymousCall call);
}
