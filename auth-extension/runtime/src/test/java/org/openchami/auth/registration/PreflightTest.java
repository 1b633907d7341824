package org.openchami.auth.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openchami.auth.config.OwnClientConfig.Authentication;
import org.openchami.auth.config.RegistrationConfig.Kind;
import org.openchami.auth.credential.ClientSecret;
import org.openchami.auth.credential.KeyAlgorithm;
import org.openchami.auth.credential.SigningKey;
import org.openchami.auth.secret.Secret;

import io.vertx.core.json.JsonObject;

class PreflightTest {
    private static final SigningKey KEY = SigningKey.generate();
    private static final Optional<ClientSecret> NONE = Optional.empty();

    private static List<String> faults(ClientMetadata metadata) {
        return faults(metadata, NONE, Kind.HYDRA);
    }

    private static List<String> faults(ClientMetadata metadata, Optional<ClientSecret> secret, Kind kind) {
        return Preflight.check(metadata, secret, kind).stream().map(problem -> problem.key() + ": " + problem.fault()).toList();
    }

    private static ClientMetadata keyed(String id, Set<String> scopes, Set<String> audiences, List<SigningKey> keys) {
        return new ClientMetadata(id, scopes, audiences, Authentication.PRIVATE_KEY_JWT, false, keys);
    }

    private static ClientMetadata scoped(String scope) {
        return keyed("bss", Set.of(scope), Set.of("smd"), List.of(KEY));
    }

    private static ClientMetadata meant(String audience) {
        return keyed("bss", Set.of("smd.read"), Set.of(audience), List.of(KEY));
    }

    private static ClientMetadata bySecret() {
        return new ClientMetadata("bss", Set.of("smd.read"), Set.of("smd"), Authentication.CLIENT_SECRET_BASIC, false, List.of());
    }

    private static Optional<ClientSecret> secret(String value) {
        return Optional.of(new ClientSecret(Secret.of(value), Instant.EPOCH, Optional.empty()));
    }

    @ParameterizedTest
    @EnumSource(KeyAlgorithm.class)
    void whatAServiceAsksForPasses(KeyAlgorithm algorithm) {
        assertThat(faults(keyed("bss", Set.of("smd.read", "openid:x/y!#"), Set.of("smd", "https://smd.example:443/api/v2"),
                List.of(SigningKey.generate(algorithm))))).isEmpty();
    }

    @Test
    void aSlashInTheIdIsNamed() {
        assertThat(faults(keyed("spiffe://a/b", Set.of("s"), Set.of("a"), List.of(KEY)))).singleElement().asString().contains("slash");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "b\u00e4", "a%2Fb", "a\n"})
    void anIdThatNoAddressCarriesIsFound(String id) {
        assertThat(faults(keyed(id, Set.of("s"), Set.of("a"), List.of(KEY)))).singleElement().asString().contains("no client id");
    }

    @Test
    void anIdMayHave255CharactersAndNoMore() {
        assertThat(faults(keyed("x".repeat(255), Set.of("s"), Set.of("a"), List.of(KEY)))).isEmpty();
        assertThat(faults(keyed("x".repeat(256), Set.of("s"), Set.of("a"), List.of(KEY)))).hasSize(1);
    }

    @Test
    void noScopeWouldBecomeTheDefaultScopes() {
        assertThat(faults(keyed("bss", Set.of(), Set.of("a"), List.of(KEY)))).singleElement().asString().contains("default scopes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "", "a\"", "a\\b", "\u00e4", "a\tb"})
    void aScopeThatNoRequestCanNameIsFound(String scope) {
        assertThat(faults(scoped(scope))).singleElement().asString().contains("is no scope");
    }

    @Test
    void aPatternMeansAnotherThingInEachOfHydrasStrategies() {
        assertThat(faults(scoped("smd.*"))).singleElement().asString().contains("strategies.scope");
        assertThat(faults(scoped("smd.*"), NONE, Kind.DYNAMIC)).isEmpty();
    }

    @Test
    void noAudienceIsNeverGranted() {
        assertThat(faults(keyed("bss", Set.of("s"), Set.of(), List.of(KEY)))).singleElement().asString().contains("audience");
    }

    @Test
    void aUrnIsNamed() {
        assertThat(faults(meant("urn:openchami:smd"))).singleElement().asString().contains("every URN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://smd", "https://u@smd", "https://smd?x", "https://smd#x", "a b", "a/b", "spiffe://a", "a:b", "https://",
            "https://smd/\u00e4"})
    void anAudienceThatIsNeitherWordNorAddressIsFound(String audience) {
        assertThat(faults(meant(audience))).singleElement().asString().contains("neither a plain word");
    }

    @Test
    void aKeyIsNeededToSignWith() {
        assertThat(faults(keyed("bss", Set.of("s"), Set.of("a"), List.of()))).singleElement().asString().contains("there is no key");
    }

    @Test
    void twoKeysHaveTwoIds() {
        assertThat(faults(keyed("bss", Set.of("s"), Set.of("a"), List.of(KEY, KEY)))).singleElement().asString().contains("one id");
    }

    @Test
    void moreKeysThanAClientHoldsAreFound() {
        assertThat(faults(keyed("bss", Set.of("s"), Set.of("a"), Collections.nCopies(21, KEY)))).anyMatch(fault -> fault.contains("20"));
    }

    @Test
    void aSecretIsNeededWhereWeChooseIt() {
        assertThat(faults(bySecret())).singleElement().asString().contains("by secret");
        assertThat(faults(bySecret(), NONE, Kind.DYNAMIC)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tiny", "with space", "\u00e4\u00f6\u00fc\u00e4\u00f6\u00fc", "abcdef\n"})
    void aSecretThatHydraRefusesOrOthersMistakeIsFoundAndNotShown(String value) {
        assertThat(faults(bySecret(), secret(value), Kind.HYDRA)).singleElement().asString().contains("shorter than 6")
                .doesNotContain(value);
    }

    @Test
    void aSecretOfSixCharactersPasses() {
        assertThat(faults(bySecret(), secret("+%&=/a"), Kind.HYDRA)).isEmpty();
    }

    @Test
    void allThatIsWrongIsToldAtOnceWithItsCure() {
        Throwable failure = catchThrowable(() -> Preflight
                .passed(keyed("a/b", Set.of(), Set.of("urn:x"), List.of(KEY)), Identities.keyed("i", "a/b"), Identities.bss("http://h:1"))
                .await().indefinitely());

        assertThat(failure).isInstanceOf(RegistrationException.class).hasMessageContaining("slash").hasMessageContaining("default scopes")
                .hasMessageContaining("URN").hasMessageContaining("Cure: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"d", "p", "q", "dp", "dq", "qi", "oth", "k"})
    void aPrivateMemberIsFound(String member) {
        assertThat(PublicKeys.fault(KEY.publicJwk().copy().put(member, "x"))).contains("a private key would be sent");
    }

    @ParameterizedTest
    @ValueSource(strings = {"kid", "use", "alg", "kty", "crv"})
    void aKeyWithoutWhatFindsItIsFound(String member) {
        JsonObject jwk = KEY.publicJwk().copy();
        jwk.remove(member);

        assertThat(PublicKeys.fault(jwk)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"EdDSA", "HS256", "none", "RS256", "ES384"})
    void anAlgorithmThatHydraOrTheKeyHasNotIsFound(String algorithm) {
        assertThat(PublicKeys.fault(KEY.publicJwk().copy().put("alg", algorithm))).isPresent();
    }

    @Test
    void aWeakRsaKeyIsFound() {
        JsonObject jwk = SigningKey.generate(KeyAlgorithm.RS256).publicJwk();

        assertThat(PublicKeys.fault(jwk)).isEmpty();
        assertThat(PublicKeys.fault(jwk.copy().put("n", jwk.getString("n").substring(0, 171))))
                .contains("an RSA key has less than 2048 bits");
    }
}
