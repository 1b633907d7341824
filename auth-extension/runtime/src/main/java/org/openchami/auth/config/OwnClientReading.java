package org.openchami.auth.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

import org.openchami.auth.config.OwnClientConfig.Authentication;
import org.openchami.auth.config.RegistrationConfig.Kind;

/** Reads how this service is known at the authority, and refuses what contradicts itself. */
final class OwnClientReading {
    private static final String REGISTRATION = SettingsProducer.PREFIX + "registration.";
    private static final String CLIENT = SettingsProducer.PREFIX + "client.";
    private static final Duration LEAST_AGE = Duration.ofSeconds(10);

    private final RegistrationConfig registration;
    private final OwnClientConfig client;
    private final StoreConfig store;
    private final Reading reading;

    OwnClientReading(AuthConfig config, Reading reading) {
        this.registration = config.registration();
        this.client = config.client();
        this.store = config.store();
        this.reading = reading;
    }

    static boolean reads(String scope) {
        return scope.endsWith(".read");
    }

    OwnClient read(String service, Collection<Settings.Peer> peers, URI authority) {
        var secret = reading.secret(CLIENT + "secret", client.secret(), client.secretFile());
        var initial = reading.secret(REGISTRATION + "initial-access-token", registration.initialAccessToken(),
                registration.initialAccessTokenFile());
        var refresh = reading.secret(CLIENT + "refresh-token", client.refreshToken(), client.refreshTokenFile());
        var access = reading.secret(CLIENT + "access-token", client.accessToken(), client.accessTokenFile());
        boolean speaks = !peers.isEmpty();
        boolean reachesNobody = !speaks || access.isPresent();
        if (speaks && access.isEmpty()) {
            given(secret);
            peers.forEach(this::audience);
        }
        reading.duration(CLIENT + "max-age.read-only", client.maxAge().readOnly(), LEAST_AGE, "90D");
        reading.duration(CLIENT + "max-age.writing", client.maxAge().writing(), LEAST_AGE, "90D");
        reading.duration(CLIENT + "key-overlap", client.keyOverlap(), Duration.ZERO, "2M");
        boolean onlyReads = peers.stream().flatMap(peer -> peer.scopes().stream()).allMatch(OwnClientReading::reads);
        return new OwnClient(registration.kind(), id(service), reachesNobody ? Optional.empty() : url(), initial,
                registration.assertionAudience().orElse(authority + "/oauth2/token"), registration.deleteOnShutdown(),
                client.authentication(), client.algorithm(), secret, client.keyFile().map(OwnClientReading::path),
                client.keyPasswordFile().map(OwnClientReading::path),
                onlyReads ? client.maxAge().readOnly() : client.maxAge().writing(), client.keyOverlap(), refresh, access);
    }

    private String id(String service) {
        String id = client.id().orElse(service);
        if (client.id().isPresent() && !id.matches(SettingsProducer.NAME)) {
            reading.wrong(CLIENT + "id", "'" + id + "' can't be a client id", "Use letters, digits and ._@:- only");
        }
        return id;
    }

    private Optional<URI> url() {
        String example = registration.kind() == Kind.DYNAMIC ? "http://hydra:4444/oauth2/register" : "http://hydra:4445";
        return registration.kind() == Kind.GIVEN
                ? Optional.empty()
                : Optional.of(reading.base(REGISTRATION + "url", registration.url(), example));
    }

    private void given(Optional<SecretSource> secret) {
        boolean given = registration.kind() == Kind.GIVEN;
        boolean byKey = client.authentication() == Authentication.PRIVATE_KEY_JWT;
        if (registration.kind() == Kind.HYDRA && !byKey && store.kind() == StoreConfig.Kind.MEMORY) {
            reading.wrong(SettingsProducer.PREFIX + "store.kind",
                    "it is memory, and a secret that is forgotten locks us out at the next start",
                    "Use a file, or openchami.auth.client.authentication=private_key_jwt");
        }
        if (given && byKey && client.keyFile().isEmpty()) {
            reading.wrong(CLIENT + "key-file", "it is missing, and registration.kind is given", "Name the file with the registered key");
        }
        if (given && !byKey && secret.isEmpty()) {
            reading.wrong(CLIENT + "secret-file", "it is missing, and registration.kind is given",
                    "Name the file with the secret that the operator was told");
        }
        if (!given && (secret.isPresent() || client.keyFile().isPresent() || client.id().isPresent())) {
            reading.wrong(REGISTRATION + "kind", "it is " + registration.kind().name().toLowerCase(Locale.ROOT)
                    + ", and client.id, client.secret or client.key-file is set", "Set it to given, or remove these keys");
        }
    }

    /** Hydra grants any URN to a client that may have one of them. */
    private void audience(Settings.Peer peer) {
        String audience = peer.audience();
        if (audience.startsWith("urn:") || !audience.matches(SettingsProducer.NAME) && !audience.startsWith("https://")) {
            reading.wrong(SettingsProducer.PREFIX + "peers." + peer.name() + ".audience", "'" + audience + "' is no audience that is "
                    + "safe to ask for", "Use a plain word or an https address");
        }
    }

    private static Path path(String text) {
        return Path.of(text).toAbsolutePath();
    }
}
