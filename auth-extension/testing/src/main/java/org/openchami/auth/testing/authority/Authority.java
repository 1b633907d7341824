package org.openchami.auth.testing.authority;

import java.net.URI;

/**
 * A small OAuth 2.0 authorization server inside this JVM with the surface and the quirks of Ory Hydra v2.3 that a service
 * meets: clients, registration, tokens, keys, discovery, introspection, logins. It is not Hydra; one contract test holds
 * it to Hydra's behaviour. Beyond Hydra it has faults on command: {@link #answer}.
 */
public final class Authority implements AutoCloseable {
    private final AuthorityOptions options;
    private final Script script = new Script();
    private final Memory memory;
    private final KeySets keys;
    private final AccessTokens tokens;
    private final Clients clients;
    private final ClientAssertions assertions;
    private final Logins logins = new Logins();
    private Server server;

    private Authority(AuthorityOptions options) {
        this.options = options;
        this.memory = new Memory(options.directory());
        this.keys = new KeySets(this::keep);
        this.tokens = new AccessTokens(keys, options);
        this.clients = new Clients(tokens, options.clock(), this::keep);
        this.assertions = new ClientAssertions(clients, publicUrl() + "/oauth2/token", options.clock());
    }

    public static Authority start(AuthorityOptions options) {
        Authority authority = new Authority(options);
        authority.memory.recall(authority.clients, authority.keys);
        authority.restart();
        return authority;
    }

    public URI publicUrl() {
        return URI.create("http://127.0.0.1:" + options.publicPort());
    }

    public URI adminUrl() {
        return URI.create("http://127.0.0.1:" + options.adminPort());
    }

    /** From now on requests of that method and exact path meet this fault; the last one laid on an endpoint counts. */
    public void answer(String method, String path, ScriptedAnswer answer) {
        script.lay(method, path, answer);
    }

    /** All endpoints tell the truth again. */
    public void heal() {
        script.clear();
    }

    /** How many requests of that method and exact path have come, also those that met a fault. */
    public int asked(String method, String path) {
        return script.asked(method, path);
    }

    public synchronized boolean alive() {
        return server != null;
    }

    /** Ends listening; what it knows stays for {@link #restart()}. */
    public synchronized void stop() {
        if (server != null) {
            server.close();
            server = null;
        }
    }

    public synchronized void restart() {
        stop();
        Server fresh = new Server(script);
        fresh.listen(options.publicPort(), publicRoutes());
        fresh.listen(options.adminPort(), adminRoutes());
        server = fresh;
    }

    public synchronized void pause() {
        server.pause();
    }

    public synchronized void resume() {
        server.resume();
    }

    /** Clients, keys, tokens and logins are gone. */
    public synchronized void wipe() {
        stop();
        clients.clear();
        keys.clear();
        tokens.clear();
        assertions.clear();
        logins.clear();
        keep();
        restart();
    }

    @Override
    public void close() {
        stop();
    }

    private void keep() {
        memory.keep(clients, keys);
    }

    private Routes publicRoutes() {
        Routes routes = new Routes();
        String url = publicUrl().toString();
        new DiscoveryApi(options, keys, url).addPublicTo(routes);
        new KeysApi(keys, url).addPublicTo(routes);
        new RegistrationApi(clients, url, options.registration()).addTo(routes);
        new LoginApi(clients, logins, url).addTo(routes);
        tokenApi().addPublicTo(routes);
        return routes;
    }

    private Routes adminRoutes() {
        Routes routes = new Routes();
        String url = publicUrl().toString();
        new DiscoveryApi(options, keys, url).addAdminTo(routes);
        new KeysApi(keys, url).addAdminTo(routes);
        new ClientsApi(clients, url).addTo(routes);
        new DecisionApi(clients, logins, url).addTo(routes);
        tokenApi().addAdminTo(routes);
        return routes;
    }

    private TokenApi tokenApi() {
        return new TokenApi(new ClientAuthentication(clients, assertions), tokens, logins);
    }
}
