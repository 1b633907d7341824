package org.openchami.auth.verify;

import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The signatures that can be checked (RFC 7518 section 3.1, RFC 8037 section 3.1), and what the JCA calls them. */
enum JwsAlgorithm {
    RS256("SHA256withRSA"),
    RS384("SHA384withRSA"),
    RS512("SHA512withRSA"),
    PS256(MGF1ParameterSpec.SHA256, 32),
    PS384(MGF1ParameterSpec.SHA384, 48),
    PS512(MGF1ParameterSpec.SHA512, 64),
    ES256("SHA256withECDSAinP1363Format", 32),
    ES384("SHA384withECDSAinP1363Format", 48),
    ES512("SHA512withECDSAinP1363Format", 66),
    EdDSA("Ed25519");

    private static final Map<String, JwsAlgorithm> BY_NAME = Arrays.stream(values())
            .collect(Collectors.toUnmodifiableMap(Enum::name, Function.identity()));

    private final String jca;
    private final AlgorithmParameterSpec parameters;
    private final int half;

    JwsAlgorithm(String jca) {
        this(jca, null, 0);
    }

    JwsAlgorithm(String jca, int half) {
        this(jca, null, half);
    }

    JwsAlgorithm(MGF1ParameterSpec hash, int salt) {
        this("RSASSA-PSS", new PSSParameterSpec(hash.getDigestAlgorithm(), "MGF1", hash, salt, PSSParameterSpec.TRAILER_FIELD_BC), 0);
    }

    JwsAlgorithm(String jca, AlgorithmParameterSpec parameters, int half) {
        this.jca = jca;
        this.parameters = parameters;
        this.half = half;
    }

    /** By its exact name. */
    static Optional<JwsAlgorithm> of(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    String jca() {
        return jca;
    }

    Optional<AlgorithmParameterSpec> parameters() {
        return Optional.ofNullable(parameters);
    }

    /** How many bytes each of the two numbers of an elliptic signature has; 0 where there are none. */
    int half() {
        return half;
    }

    boolean rsa() {
        return this != EdDSA && half == 0;
    }
}
