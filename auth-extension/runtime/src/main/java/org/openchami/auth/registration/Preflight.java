package org.openchami.auth.registration;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.openchami.auth.config.OwnClientConfig.Authentication;
import org.openchami.auth.config.Problem;
import org.openchami.auth.config.RegistrationConfig.Kind;
import org.openchami.auth.config.Settings;
import org.openchami.auth.credential.ClientSecret;
import org.openchami.auth.credential.SigningKey;
import org.openchami.auth.credential.StoredIdentity;

import io.smallrye.mutiny.Uni;

/**
 * Finds before an authority is asked what it would refuse, or, worse, take and understand otherwise: Hydra registers scopes that no token request can
 * name, an id that no address reaches, and a private key.
 */
final class Preflight {
    /** RFC 6749 appendix A.4. */
    private static final String SCOPE = "[!#-\\[\\]-~]+";
    /** A word, or an https address without user, query and fragment. */
    private static final String AUDIENCE = "[A-Za-z0-9._@-]{1,255}|https://[A-Za-z0-9.-]+(:\\d{1,5})?(/[A-Za-z0-9._~%/:@+-]*)?";
    private static final String ID = "[A-Za-z0-9._@:-]{1,255}";
    /** RFC 6749 appendix A.2, without the space. */
    private static final String SECRET = "[!-~]*";
    private static final int SHORTEST_SECRET = 6;
    private static final String SCOPES = "openchami.auth.peers.*.scopes";
    private static final String AUDIENCES = "openchami.auth.peers.*.audience";
    private static final String AUTHENTICATION = "openchami.auth.client.authentication";
    private static final String KEY = "openchami.auth.client.key-file";

    private final ClientMetadata metadata;
    private final Kind kind;
    private final List<Problem> problems = new ArrayList<>();

    private Preflight(ClientMetadata metadata, Kind kind) {
        this.metadata = metadata;
        this.kind = kind;
    }

    /** Goes on if nothing is wrong; fails with one {@link RegistrationException} that names all that is. */
    static Uni<Void> passed(ClientMetadata metadata, StoredIdentity identity, Settings settings) {
        List<Problem> problems = check(metadata, identity.secret(), settings.own().kind());
        return problems.isEmpty()
                ? Uni.createFrom().voidItem()
                : Uni.createFrom().failure(new RegistrationException("The registration was not sent",
                        problems.stream().map(problem -> problem.key() + ": " + problem.fault()).collect(Collectors.joining("; ")),
                        problems.stream().map(Problem::cure).distinct().collect(Collectors.joining("; "))));
    }

    /** What is wrong; empty if nothing is. */
    static List<Problem> check(ClientMetadata metadata, Optional<ClientSecret> secret, Kind kind) {
        Preflight preflight = new Preflight(metadata, kind);
        preflight.id();
        preflight.scopes();
        preflight.audiences();
        if (metadata.authentication() == Authentication.PRIVATE_KEY_JWT) {
            preflight.keys();
        } else {
            preflight.secret(secret.map(held -> held.value().reveal()));
        }
        return List.copyOf(preflight.problems);
    }

    private void id() {
        if (!metadata.clientId().matches(ID)) {
            wrong("quarkus.application.name", metadata.clientId().contains("/")
                    ? "a client id with a slash can be registered, and never be addressed again"
                    : "it is no client id that every address and header can carry", "use at most 255 letters, digits and ._@:-");
        }
    }

    private void scopes() {
        if (metadata.scopes().isEmpty()) {
            wrong(SCOPES, "there is none, and Hydra would register its default scopes in their place",
                    "name what the service may do at its peers");
        }
        metadata.scopes().forEach(scope -> {
            if (!scope.matches(SCOPE)) {
                wrong(SCOPES, "'" + printable(scope) + "' is no scope (RFC 6749 appendix A.4)",
                        "use printable ASCII without space, quote and backslash");
            } else if (kind == Kind.HYDRA && scope.contains("*")) {
                wrong(SCOPES, "'" + scope + "' is a pattern where Hydra's strategies.scope is wildcard, and a mere word where it is exact",
                        "name each scope in full");
            }
        });
    }

    private void audiences() {
        if (metadata.audiences().isEmpty()) {
            wrong(AUDIENCES, "there is none, and Hydra grants no audience that is not registered", "name the service that is called");
        }
        metadata.audiences().forEach(audience -> {
            if (audience.startsWith("urn:")) {
                wrong(AUDIENCES, "'" + printable(audience) + "' is a URN, and Hydra grants every URN to a client that may have one",
                        "use a plain word or an https address");
            } else if (!audience.matches(AUDIENCE)) {
                wrong(AUDIENCES,
                        "'" + printable(audience) + "' is neither a plain word nor an https address without user, query and fragment",
                        "use a plain word or an https address");
            }
        });
    }

    private void keys() {
        if (metadata.keys().isEmpty()) {
            wrong(AUTHENTICATION, "it is private_key_jwt, and there is no key", "let the service make one, or set " + KEY);
        }
        if (metadata.keys().size() > SharedKeys.MAX) {
            wrong(KEY, "there are more than " + SharedKeys.MAX + " keys", "wait until old ones are retired");
        }
        Set<String> ids = new HashSet<>();
        metadata.keys().stream().map(SigningKey::publicJwk).forEach(jwk -> {
            PublicKeys.fault(jwk).ifPresent(fault -> wrong(KEY, fault, "use an EC P-256 key, or an RSA key of 2048 bits or more"));
            if (!ids.add(jwk.getString("kid"))) {
                wrong(KEY, "two keys have one id", "make them anew");
            }
        });
    }

    private void secret(Optional<String> secret) {
        if (kind != Kind.HYDRA) {
            return; // the authority chooses it
        }
        if (secret.isEmpty()) {
            wrong(AUTHENTICATION, "it is by secret, and there is none", "let the service make one, or use private_key_jwt");
        } else if (secret.get().length() < SHORTEST_SECRET || !secret.get().matches(SECRET)) {
            wrong("openchami.auth.client.secret-file", "the secret is shorter than " + SHORTEST_SECRET
                    + " characters, or has others than printable ASCII", "make a new one of 32 letters and digits");
        }
    }

    private static String printable(String text) {
        return text.replaceAll("[^ -~]", "?");
    }

    private void wrong(String key, String fault, String cure) {
        problems.add(new Problem(key, fault, cure));
    }
}
