package org.openchami.auth.identity;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

import org.openchami.auth.config.OwnClient;
import org.openchami.auth.credential.ClientProof;
import org.openchami.auth.credential.SigningKey;
import org.openchami.auth.credential.StoredIdentity;

/** Says which key it would sign with, and does not sign: a signature takes longer than all the rest. */
final class SimProof extends Proof {
    private static final List<SigningKey> KEYS = Stream.generate(SigningKey::generate).limit(50).toList();
    private final Random random;

    SimProof(OwnClient own, Clock clock, Random random) {
        super(own, clock);
        this.random = random;
    }

    @Override
    SigningKey key() {
        return KEYS.get(random.nextInt(KEYS.size()));
    }

    @Override
    ClientProof prove(StoredIdentity identity) {
        return new ClientProof(Map.of("client_id", identity.client().orElseThrow().id(), "kid", identity.keys().current().kid()),
                Optional.empty());
    }
}
