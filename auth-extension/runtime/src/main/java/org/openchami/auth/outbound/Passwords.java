package org.openchami.auth.outbound;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;
import org.openchami.auth.IdentityUnavailableException;
import org.openchami.auth.config.SecretSource;
import org.openchami.auth.config.Settings;
import org.openchami.auth.secret.Secret;
import org.openchami.auth.secret.SecretFile;
import org.openchami.auth.secret.SecretFileException;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;

/**
 * What this service shows to peers that know no tokens: the user name and the password that are configured for them (RFC 7617, in UTF-8). A file is
 * read for every call, so that a new password needs no start.
 */
@Singleton
class Passwords {
    private static final Logger LOG = Logger.getLogger(Passwords.class);
    private static final Duration LATER = Duration.ofSeconds(5);

    private final Settings settings;
    private final Vertx vertx;

    @Inject
    Passwords(Settings settings, Vertx vertx) {
        this.settings = settings;
        this.vertx = vertx;
    }

    void check(@Observes StartupEvent started) {
        settings.peers().values().forEach(peer -> peer.basic().ifPresent(basic -> {
            try {
                header(basic);
            } catch (SecretFileException e) {
                throw new ConfigurationException("OCAUTH-0001 openchami.auth.peers." + peer.name() + ".password-file: " + e.getMessage());
            }
        }));
    }

    /** The value of an Authorization header. Fails with {@link IdentityUnavailableException} while the file can't be used. */
    Uni<Secret> header(Settings.Peer peer) {
        Settings.Basic basic = peer.basic().orElseThrow();
        return basic.password() instanceof SecretSource.Value
                ? Uni.createFrom().item(header(basic))
                : Uni.createFrom().completionStage(() -> vertx.executeBlocking(() -> header(basic), false).toCompletionStage())
                        .onFailure(SecretFileException.class).transform(failure -> {
                            LOG.warnf("OCAUTH-0219 '%s' can't be called: %s", peer.name(), failure.getMessage());
                            return new IdentityUnavailableException("the password for '" + peer.name() + "' can't be read", LATER);
                        });
    }

    private static Secret header(Settings.Basic basic) {
        Secret password = basic.password() instanceof SecretSource.InFile file
                ? SecretFile.read(file.path())
                : Secret.of(((SecretSource.Value) basic.password()).value());
        byte[] pair = (basic.username() + ":" + password.reveal()).getBytes(StandardCharsets.UTF_8);
        return Secret.of("Basic " + Base64.getEncoder().encodeToString(pair));
    }
}
