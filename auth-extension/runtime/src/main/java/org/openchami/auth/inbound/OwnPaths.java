package org.openchami.auth.inbound;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where Quarkus' and this extension's own endpoints are, health and metrics among them: {@code /q/}. They are no part of the service. */
@Singleton
class OwnPaths {
    private final String root;
    private final String prefix;

    @Inject
    OwnPaths(@ConfigProperty(name = "quarkus.http.root-path", defaultValue = "/") String root,
            @ConfigProperty(name = "quarkus.http.non-application-root-path", defaultValue = "q") String own) {
        this.root = slashed(root);
        this.prefix = own.startsWith("/") ? slashed(own) : slashed(this.root + own);
    }

    private static String slashed(String path) {
        return ("/" + path + "/").replaceAll("/{2,}", "/");
    }

    /** @param path as it is routed */
    boolean contain(String path) {
        return !prefix.equals(root) && path.startsWith(prefix);
    }

    /** The path of one of them, given without a slash in front. */
    String of(String name) {
        return prefix + name;
    }
}
