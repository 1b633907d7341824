package org.openchami.auth.testing.authority;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** Named sets of signing keys, the newest first. */
final class KeySets {
    static final String ACCESS_TOKENS = "hydra.jwt.access-token";
    static final String ID_TOKENS = "hydra.openid.id-token";

    private final Map<String, List<PublicJsonWebKey>> sets = new LinkedHashMap<>();
    private final Runnable changed;

    KeySets(Runnable changed) {
        this.changed = changed;
    }

    Set<String> names() {
        return Set.copyOf(sets.keySet());
    }

    /** The newest key of a set; a set that is missing gets an RS256 key first, though of 2048 bits to Hydra's 4096. */
    PublicJsonWebKey newest(String set) {
        return all(set).get(0);
    }

    List<PublicJsonWebKey> all(String set) {
        if (find(set).isEmpty()) {
            add(set, "RS256", "");
        }
        return find(set);
    }

    List<PublicJsonWebKey> find(String set) {
        return List.copyOf(sets.getOrDefault(set, List.of()));
    }

    PublicJsonWebKey add(String set, String algorithm, String kid) {
        if (find(set).stream().anyMatch(key -> key.getKeyId().equals(kid))) {
            throw Refusal.exists();
        }
        PublicJsonWebKey made = generate(algorithm);
        made.setKeyId(kid.isEmpty() ? UUID.randomUUID().toString() : kid);
        made.setUse("sig");
        made.setAlgorithm(algorithm);
        sets.computeIfAbsent(set, name -> new ArrayList<>()).add(0, made);
        changed.run();
        return made;
    }

    void replace(String set, List<PublicJsonWebKey> keys) {
        restore(set, keys);
        changed.run();
    }

    /** From an earlier life, as they were. */
    void restore(String set, List<PublicJsonWebKey> keys) {
        sets.put(set, new ArrayList<>(keys));
    }

    void remove(String set, String kid) {
        sets.getOrDefault(set, List.of()).removeIf(key -> key.getKeyId().equals(kid));
        changed.run();
    }

    void remove(String set) {
        sets.remove(set);
        changed.run();
    }

    void clear() {
        sets.clear();
    }

    private static PublicJsonWebKey generate(String algorithm) {
        try {
            return switch (algorithm) {
                case "RS256", "RS384", "RS512", "PS256", "PS384", "PS512" -> RsaJwkGenerator.generateJwk(2048);
                case "ES256" -> EcJwkGenerator.generateJwk(EllipticCurves.P256);
                case "ES384" -> EcJwkGenerator.generateJwk(EllipticCurves.P384);
                case "ES512" -> EcJwkGenerator.generateJwk(EllipticCurves.P521);
                default -> throw Refusal.of(400, "Bad Request", "Unsupported key algorithm");
            };
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
