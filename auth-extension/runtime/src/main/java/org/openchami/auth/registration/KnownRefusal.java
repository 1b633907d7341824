package org.openchami.auth.registration;

import static org.openchami.auth.registration.Door.ADMIN;
import static org.openchami.auth.registration.Door.MANAGEMENT;
import static org.openchami.auth.registration.Door.REGISTRATION;
import static org.openchami.auth.registration.RegistrationException.Kind.MANAGEMENT_LOST;
import static org.openchami.auth.registration.RegistrationException.Kind.NOT_THERE;
import static org.openchami.auth.registration.RegistrationException.Kind.REFUSED;
import static org.openchami.auth.registration.RegistrationException.Kind.UNCHANGEABLE;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.openchami.auth.registration.RegistrationException.Kind;

/**
 * A refusal that is known, in one sentence with its cure.
 *
 * @param doors where it is met
 * @param statuses its HTTP statuses
 * @param words of the answer, without which it is another one; empty for any
 */
record KnownRefusal(Set<Door> doors, Set<Integer> statuses, String words, Kind kind, String sentence, String cure) {
    private static final Set<Door> ALL = EnumSet.allOf(Door.class);
    private static final Set<Door> PUBLIC = EnumSet.of(REGISTRATION, MANAGEMENT);
    private static final String URL = "openchami.auth.registration.url";
    private static final String KIND = "openchami.auth.registration.kind";
    private static final String TOKEN = "openchami.auth.registration.initial-access-token-file";
    private static final String ANEW = "nothing need be done: with the next change that is needed the service registers anew";

    /** The first that fits is meant: the more exact ones stand first. */
    static final List<KnownRefusal> TABLE = List.of(
            // Hydra, 400: what a client may be
            of(ALL, 400, "either jwks or jwks_uri must be set", "private_key_jwt needs a key, and none was sent",
                    "set openchami.auth.client.key-file, or let the service make its key"),
            of(ALL, 400, "Fields jwks and jwks_uri can not both be set", "the client has a jwks_uri, and keys of its own were sent",
                    "remove the client's jwks_uri at the authority"),
            of(ALL, 400, "Field client_secret must contain a secret that is at least", "the client secret is too short",
                    "use a secret of at least 6 characters, better 32"),
            of(ALL, 400, "are supported as algorithms for private key authentication", "it knows no such signature algorithm",
                    "set openchami.auth.client.algorithm to ES256, PS256 or RS256"),
            of(ALL, 400, "go-jose", "it can't read one of the client's keys",
                    "give the client RSA or EC keys with complete public members alone, and remove others from it at the authority"),
            of(ALL, 400, "invalid access token strategy", "the client's access_token_strategy is neither jwt nor opaque",
                    "mend it at the authority"),
            of(ALL, 400, "Subject type", "the client's subject_type is not offered there", "set it to public at the authority"),
            of(ALL, 400, "redirect", "it asks for redirect URIs, and a client for client credentials has none",
                    "let an operator register the client, and set " + KIND + "=given"),
            // Hydra, what only an administrator may choose
            of(PUBLIC, Set.of(400, 403), "not allowed to choose your own OAuth2 Client secret", "it chooses the secrets by itself",
                    "set " + KIND + "=hydra to register with a secret of our own"),
            of(PUBLIC, 400, "'metadata' cannot be set", "only an administrator may set a client's metadata", "set " + KIND + "=hydra"),
            of(PUBLIC, 400, "choose your own access token strategy", "only an administrator may choose the form of a client's tokens",
                    "set " + KIND + "=hydra, or strategies.access_token at Hydra"),
            of(PUBLIC, 400, "consent' cannot be set", "only an administrator may skip a consent", "set " + KIND + "=hydra"),
            // Keycloak and others
            of(REGISTRATION, 400, "Client Identifier included", "it chooses the client ids by itself", "set " + KIND + "=dynamic"),
            of(REGISTRATION, 403, "Trusted Hosts", "it lets trusted hosts alone register without an initial access token",
                    "set " + TOKEN + ", or add this host to its policy"),
            of(REGISTRATION, 403, "Client Scopes", "its policy lets nobody register one of these scopes",
                    "allow openchami.auth.peers.*.scopes in its client registration policy"),
            of(REGISTRATION, Set.of(401, 403), "", "it takes no registration with this initial access token, or without one",
                    "put a fresh token into " + TOKEN + ": it may be good for one use, and ends"),
            // our access to the client
            new KnownRefusal(EnumSet.of(MANAGEMENT), Set.of(401), "", MANAGEMENT_LOST,
                    "our registration access token is no longer good, or the client is gone", ANEW),
            new KnownRefusal(EnumSet.of(MANAGEMENT), Set.of(405, 501), "", UNCHANGEABLE, "it changes no client (RFC 7592)", ANEW),
            new KnownRefusal(EnumSet.of(ADMIN), Set.of(404), "Unable to locate the resource", NOT_THERE, "there is no such client",
                    "nothing need be done: the service registers anew when the token endpoint says so, too"),
            of(ADMIN, 409, "", "there is a client of this id already", "nothing need be done: it is changed in place"),
            // addresses
            of(PUBLIC, 404, "Dynamic registration is not enabled", "dynamic client registration is switched off there",
                    "set oidc.dynamic_client_registration.enabled at Hydra, or " + KIND + "=hydra"),
            of(ADMIN, Set.of(401, 403), "", "something before Hydra's admin API asks for credentials, and Hydra itself never does",
                    "give the service a way to it, or set " + KIND + "=dynamic or given"),
            of(ADMIN, Set.of(404, 405), "", "this is not Hydra's admin API",
                    "set " + URL + " to its origin, for example http://hydra:4445 (the public API is at 4444)"),
            of(PUBLIC, Set.of(404, 405), "", "this is no registration endpoint",
                    "set " + URL + " to the whole address, for example http://hydra:4444/oauth2/register"),
            of(ALL, Set.of(301, 302, 303, 307, 308), "", "the address leads to another one, which is never followed",
                    "set " + URL + " to the address itself: scheme, host and path"),
            of(ALL, 413, "", "the registration is too long for it", "ask for fewer scopes and audiences"),
            of(ALL, 400, "Unable to decode the request body", "it does not understand the registration",
                    "check that " + URL + " is Hydra v2, and see what it says"));

    static final RegistrationException NO_TOKEN = new RegistrationException(MANAGEMENT_LOST, "The client can't be asked for or changed",
            "we hold no registration access token", ANEW);

    private static KnownRefusal of(Set<Door> doors, Set<Integer> statuses, String words, String sentence, String cure) {
        return new KnownRefusal(doors, statuses, words, REFUSED, sentence, cure);
    }

    private static KnownRefusal of(Set<Door> doors, int status, String words, String sentence, String cure) {
        return of(doors, Set.of(status), words, sentence, cure);
    }

    private static KnownRefusal of(Door door, int status, String words, String sentence, String cure) {
        return of(EnumSet.of(door), Set.of(status), words, sentence, cure);
    }

    private static KnownRefusal of(Door door, Set<Integer> statuses, String words, String sentence, String cure) {
        return of(EnumSet.of(door), statuses, words, sentence, cure);
    }

    static KnownRefusal find(Door door, int status, String said) {
        return TABLE.stream().filter(known -> known.doors.contains(door) && known.statuses.contains(status) && said.contains(known.words))
                .findFirst()
                .orElseGet(() -> of(door, status, "", "it refused", "see what it says, and check openchami.auth.peers.* and " + URL));
    }
}
