package org.openchami.auth.config;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Where Quarkus puts what: the service's resources, and its own and this extension's endpoints, health and metrics among them ({@code /q/}), which are
 * no part of the service.
 */
@Singleton
public class HttpPaths {
    private final String root;
    private final String own;
    private final String resources;

    @Inject
    HttpPaths() {
        this(ConfigProvider.getConfig());
    }

    private HttpPaths(Config config) {
        this(config.getOptionalValue("quarkus.http.root-path", String.class).orElse("/"),
                config.getOptionalValue("quarkus.http.non-application-root-path", String.class).orElse("q"),
                config.getOptionalValue("quarkus.rest.path", String.class).orElse(""));
    }

    public HttpPaths(String root, String own, String resources) {
        this.root = slashed(root);
        this.own = own.startsWith("/") ? slashed(own) : slashed(this.root + own);
        this.resources = slashed(this.root + resources);
    }

    private static String slashed(String path) {
        return ("/" + path + "/").replaceAll("/{2,}", "/");
    }

    /** What the path of everything in this service begins with: one slash at least, and one at its end. */
    public String root() {
        return root;
    }

    /** What the paths of its resources begin with, with a slash at the end. */
    public String resources() {
        return resources;
    }

    /** @param path as it is routed */
    public boolean own(String path) {
        return !own.equals(root) && path.startsWith(own);
    }

    /** Where the router of the service, which stands at its root, is to serve one of its own endpoints. */
    public String route(String name) {
        return (own.startsWith(root) ? own.substring(root.length() - 1) : own) + name;
    }

    /** The same path as the router of the service knows it. */
    public String belowRoot(String path) {
        return path.startsWith(root) ? path.substring(root.length() - 1) : path;
    }
}
