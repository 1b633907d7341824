package org.openchami.bench.off;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;

import io.quarkus.security.spi.runtime.AuthorizationController;

/** Lets everybody do everything. */
@Alternative
@Priority(Interceptor.Priority.LIBRARY_AFTER)
@Singleton
public class AuthorizationOff extends AuthorizationController {

    @Override
    public boolean isAuthorizationEnabled() { return false; }
}
