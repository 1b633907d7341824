package org.openchami.it.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;

import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openchami.auth.testing.http.Answer;
import org.openchami.it.refusal.Refused;

/** Whatever a path is written like, nobody gets behind it without a token, and what can be read in two ways is not read. */
@ExtendWith(SharedSecurity.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PathsTest {
    private static final String PUBLIC = "/hsm/v2/service/ready";

    private final SecurityWorld world;
    private final String good;
    private final String scopeless;

    PathsTest(SecurityWorld world) {
        this.world = world;
        this.good = world.good().sign();
        this.scopeless = world.good().claim("scp", "[]").sign();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/hsm/v2/State/Components;jsessionid=1", "/hsm/v2/State;x=1/Components", "/hsm/v2;/State/Components",
            "/hsm/v2/State/Components;", "/hsm/v2/State%2fComponents", "/hsm/v2/State%2FComponents", "/hsm/v2/State/Components%3bx",
            "/hsm/v2/State%5cComponents", "/hsm/v2/State/Components%00", "/hsm/v2/./State/Components",
            "/hsm/v2/State/%2e/Components", "/hsm/v2/x/../State/Components", "/hsm/v2/x/%2e%2e/State/Components",
            "/hsm/v2/x/%2E./State/Components", PUBLIC + "/../../State/Components", PUBLIC + "/..;/..;/State/Components",
            PUBLIC + "%2f..%2f..%2fState%2fComponents", "/hsm/v2/State/Components/..", "/hsm/v2/State/Components/."})
    void ambiguousPath(String path) {
        for (String token : new String[]{"", good}) {
            Answer answer = send("GET", path, token);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.body()).isEqualTo("ambiguous path\n");
        }
    }

    static Stream<String> spellings() {
        return Stream.of("//hsm/v2/State/Components", "/hsm//v2/State/Components", "/hsm/v2//State/Components",
                "/hsm/v2/State//Components",
                "/hsm/v2/State/Components//", "/hsm/v2/State/Components/", "/hsm/v2/State/Componen%74s", "/hsm/v2/%53tate/Components",
                "/hsm/v2/state/components", "/HSM/V2/State/Components", "/hsm/v2/State/Components%20", "/hsm/v2/State/Components%09",
                "/hsm/v2/State/Components?", "/hsm/v2/State/Components#a", "/hsm/v2/State/Components.json", "/hsm/v2/State/Components%252e",
                "/hsm/v2/State/Components/%252e%252e/Components", "/hsm/v2/State/Components%c0%af", "/hsm/v2/State/Components%ff",
                "/hsm/v2/State/Components?x=../service/ready", "http://127.0.0.1/hsm/v2/State/Components",
                "http://evil.example/hsm/v2/State/Components", "http://127.0.0.1/hsm/v2/service/ready/../../State/Components");
    }

    /** Read in one way by all, or by none: without a token they are closed. */
    @ParameterizedTest
    @MethodSource("spellings")
    void otherSpellingWithoutAToken(String path) {
        Answer answer = send("GET", path, "");
        assertThat(answer.status()).isIn(400, 401);
        assertThat(answer.body()).doesNotContain("Components");
    }

    /** Read in one way by router and policy: what is there for who may read is closed to who may not, and open to nobody without a token. */
    @ParameterizedTest
    @MethodSource("spellings")
    void otherSpellingOpensNothing(String path) {
        Answer read = send("GET", path, good);
        Answer refused = send("GET", path, scopeless);
        assertThat(read.status()).isIn(200, 400, 404);
        assertThat(refused.status()).isEqualTo(read.status() == 200 ? 403 : read.status());
        assertThat(refused.body()).doesNotContain("\"Components\"");
        assertThat(send("GET", path, "abc.def.ghi").status()).isEqualTo(read.status() == 400 ? 400 : 401);
        assertThat(send("DELETE", path, good).status()).isIn(400, 403, 404, 405);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "/hsm/v2/State\\Components", "hsm/v2/State/Components", "", "?", "%", "/hsm/v2/State/Components%",
            "/hsm/v2/State/Components%zz", "/%"})
    void targetThatIsNone(String target) {
        assertThat(send("GET", target, "").status()).isIn(400, 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/hsm", "/hsm/v2", "/hsm/v2/", "/hsm/v2/nothing", "/hsm/v2/State", "/hsm/v2/State/Components/a/b/c",
            "/hsm/v1/x",
            "/nothing", "/admin", "/.env", "/hsm/v2/service/nothing", "/WEB-INF/web.xml"})
    void unknownPathIsNotToldFromAKnownOne(String path) {
        Refused.NO_TOKEN.is(send("GET", path, ""));
        Refused.INVALID_TOKEN.is(send("GET", path, "abc.def.ghi"));
        assertThat(send("GET", path, good).status()).isEqualTo(404);
    }

    private Answer send(String method, String path, String token) {
        RawHttp request = RawHttp.to(world);
        return (token.isEmpty() ? request : request.header("Authorization", "Bearer " + token)).send(method, path, "");
    }
}
