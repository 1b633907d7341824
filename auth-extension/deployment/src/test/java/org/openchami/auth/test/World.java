package org.openchami.auth.test;

import org.openchami.auth.testing.port.FreePort;

import io.quarkus.test.QuarkusUnitTest;

/** A service named alpha that is its own peer and its own known client. */
final class World {
    private static final String NAME = "world.port";
    /** Another one in each build, so that two at once don't meet. */
    static final int PORT = port();
    static final String URL = "http://localhost:" + PORT;
    /** What every challenge ends with. */
    static final String METADATA = "resource_metadata=\"" + URL + "/.well-known/oauth-protected-resource\"";

    private World() {}

    /** The application loads this class once more, and has to read the same. */
    private static int port() {
        if (System.getProperty(NAME) == null) {
            System.setProperty(NAME, Integer.toString(FreePort.next()));
        }
        return Integer.getInteger(NAME);
    }

    static QuarkusUnitTest app(Class<?>... more) {
        return new QuarkusUnitTest()
                .withApplicationRoot(
                        jar -> jar.addClasses(World.class, Things.class, ThingsClient.class, NodeByQuery.class).addClasses(more))
                .overrideConfigKey("quarkus.application.name", "alpha")
                .overrideConfigKey("quarkus.http.test-port", Integer.toString(PORT))
                .overrideConfigKey("openchami.auth.peers.alpha.url", URL)
                .overrideConfigKey("openchami.auth.clients.alpha.jwks", URL + "/q/auth/jwks.json")
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
