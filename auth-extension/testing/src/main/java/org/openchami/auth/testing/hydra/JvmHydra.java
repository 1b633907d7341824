package org.openchami.auth.testing.hydra;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.OptionalLong;

import org.openchami.auth.testing.authority.Authority;
import org.openchami.auth.testing.authority.AuthorityOptions;

/** The last resort: an authority inside this JVM that behaves like Hydra, and says loudly that it is not. */
final class JvmHydra extends Hydra {
    private static final Logger LOG = System.getLogger(JvmHydra.class.getName());
    private static final String BANNER = """

            *******************************************************************
            *  This is NOT Ory Hydra but an authority inside the JVM.         *
            *  For the real one: start Docker, install Go, or put hydra v2.3  *
            *  on the PATH.                                                   *
            *******************************************************************""";

    private final Authority authority;
    private final SigningKeys keys;

    private JvmHydra(Address address, Authority authority, SigningKeys keys) {
        super(address);
        this.authority = authority;
        this.keys = keys;
    }

    static Hydra run(HydraOptions options) {
        Address address = Address.of(options);
        Authority authority = Authority.start(new AuthorityOptions(address.publicPort(), address.adminPort(), address.issuer(),
                options.accessTokenLifespan(), options.registration(), options.directory(), Clock.systemUTC()));
        JvmHydra started = new JvmHydra(address, authority, new SigningKeys(address.adminUrl(), options.signingAlgorithm()));
        started.keys.ensure();
        LOG.log(Level.WARNING, BANNER);
        return started;
    }

    @Override
    public String kind() {
        return "jvm";
    }

    @Override
    public OptionalLong pid() {
        return OptionalLong.empty();
    }

    @Override
    public boolean alive() {
        return authority.alive();
    }

    @Override
    public void stop() {
        authority.stop();
    }

    /** Nothing of it outlives a kill that would not outlive a stop. */
    @Override
    public void kill() {
        authority.stop();
    }

    @Override
    public DatabaseFaults database() {
        throw new UnsupportedOperationException("The authority inside the JVM has no database");
    }

    @Override
    public void loseSystemSecret() {
        throw new UnsupportedOperationException("The authority inside the JVM has no system secret");
    }

    @Override
    public void restoreSystemSecret() {
        loseSystemSecret();
    }

    @Override
    public void restart() {
        authority.restart();
    }

    @Override
    public void pause() {
        authority.pause();
    }

    @Override
    public void resume() {
        authority.resume();
    }

    @Override
    public void wipe() {
        authority.wipe();
        keys.ensure();
    }

    @Override
    SigningKeys keys() {
        return keys;
    }

    @Override
    public void close() {
        authority.close();
    }
}
