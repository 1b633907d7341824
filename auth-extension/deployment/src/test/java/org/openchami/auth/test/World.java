package org.openchami.auth.test;

import io.quarkus.test.QuarkusUnitTest;

/** A service named alpha that is its own peer and its own known client. */
final class World {
    /** What every challenge ends with. */
    static final String METADATA = "resource_metadata=\"http://localhost:28471/.well-known/oauth-protected-resource\"";

    private World() {}

    static QuarkusUnitTest app(Class<?>... more) {
        return new QuarkusUnitTest()
                .withApplicationRoot(
                        jar -> jar.addClasses(World.class, Things.class, ThingsClient.class, NodeByQuery.class).addClasses(more))
                .overrideConfigKey("quarkus.application.name", "alpha")
                .overrideConfigKey("quarkus.http.test-port", "28471")
                .overrideConfigKey("openchami.auth.peers.alpha.url", "http://localhost:28471")
                .overrideConfigKey("openchami.auth.clients.alpha.jwks", "http://localhost:28471/q/auth/jwks.json")
                .overrideConfigKey("openchami.auth.clients.alpha.scopes", "alpha.read")
                .overrideConfigKey("openchami.auth.clients.alpha.origins", "node,service,unknown")
                .overrideConfigKey("openchami.auth.store.directory", "target/state/alpha")
                .overrideConfigKey("quarkus.log.category.\"org.openchami\".level", "DEBUG");
    }

    /** Its peer, which is itself, may refuse its tokens. */
    static QuarkusUnitTest picky() {
        return app(PickyPeer.class, PickyClient.class, PickyByMethodClient.class)
                .overrideConfigKey("openchami.auth.store.directory", "target/state/picky");
    }
}
