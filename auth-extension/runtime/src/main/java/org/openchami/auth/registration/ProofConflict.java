package org.openchami.auth.registration;

import java.util.Locale;
import java.util.Optional;

import org.openchami.auth.config.OwnClientConfig.Authentication;
import org.openchami.auth.registration.Registrar.Change;

/**
 * A client has one secret, one way to prove itself, and one signature algorithm. Instances that share it and differ in one of these would take it
 * from each other by turns; so what another instance uses is changed only where our own configuration has changed, and its secret never.
 */
final class ProofConflict {
    private static final String KEY = Authentication.PRIVATE_KEY_JWT.name().toLowerCase(Locale.ROOT);
    private static final String CURE = "give all instances the same openchami.auth.client.authentication and .algorithm; if the others are "
            + "gone for good, delete the client: it is registered anew";

    private ProofConflict() {}

    /** Why this change must not be made; empty if it may. */
    static Optional<RegistrationException> of(HydraClient there, ClientMetadata metadata, String instance, Change change) {
        boolean byKey = metadata.authentication() == Authentication.PRIVATE_KEY_JWT;
        boolean thereByKey = there.text("token_endpoint_auth_method").equals(KEY);
        Optional<String> secretBy = there.secretBy().filter(by -> !by.equals(instance));
        if (!byKey && secretBy.isPresent()) {
            return refused(metadata, "instance " + secretBy.get() + " set its secret, and a client has but one",
                    "let the instances share openchami.auth.store.directory, or use openchami.auth.client.authentication=private_key_jwt, "
                            + "with which each has its own key");
        }
        if (change == Change.CONFIGURATION) {
            return Optional.empty();
        }
        if (byKey && !thereByKey && secretBy.isPresent()) {
            return refused(metadata, "instance " + secretBy.get() + " proves itself by a secret, and a client proves itself in one way",
                    CURE);
        }
        if (!byKey && thereByKey && there.keys().sharedBeyond(instance)) {
            return refused(metadata, "other instances prove themselves by keys, and a client proves itself in one way", CURE);
        }
        String algorithm = there.text("token_endpoint_auth_signing_alg");
        boolean differs = byKey && thereByKey && !algorithm.equals(metadata.keys().get(0).algorithm().name());
        return differs && there.keys().signedBeyond(instance, algorithm)
                ? refused(metadata, "other instances sign with " + algorithm + ", and a client has one algorithm", CURE)
                : Optional.empty();
    }

    private static Optional<RegistrationException> refused(ClientMetadata metadata, String why, String cure) {
        return Optional.of(new RegistrationException("The client '" + metadata.clientId() + "' stays as it is", why, cure));
    }
}
