package org.openchami.it.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openchami.auth.testing.http.Call;
import org.openchami.it.refusal.Refused;

/** A credential comes in one Authorization header, and can be read in one way (RFC 6750 section 2, RFC 9110 section 11.6.2). */
@ExtendWith(SharedSecurity.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuthorizationHeaderTest {
    private final SecurityWorld world;
    private final String good;

    AuthorizationHeaderTest(SecurityWorld world) {
        this.world = world;
        this.good = world.good().sign();
    }

    @Test
    void noHeader() {
        Refused.NO_TOKEN.is(world.call().get());
    }

    @ParameterizedTest
    @MethodSource("empty")
    void headerWithoutABearerToken(String value) {
        Refused.NO_TOKEN.is(RawHttp.to(world).header("Authorization", value).get());
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void headerThatCanBeReadInTwoWays(List<String> lines) {
        RawHttp request = RawHttp.to(world);
        lines.forEach(request::line);
        Refused.INVALID_REQUEST.is(request.get());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "bearer", "BEARER", "bEaReR"})
    void schemeInAnyCase(String scheme) {
        assertThat(RawHttp.to(world).header("Authorization", scheme + " " + good).get().status()).isEqualTo(200);
    }

    @ParameterizedTest
    @MethodSource("spaced")
    void blanksAroundTheValue(String line) {
        assertThat(RawHttp.to(world).line(line).get().status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"access_token", "token", "jwt", "authorization", "bearer_token"})
    void tokenInTheQuery(String name) {
        Refused.NO_TOKEN.is(Call.to(world.world().smd().url(), SecurityWorld.PATH + "?" + name + "=" + good).get());
    }

    @ParameterizedTest
    @ValueSource(strings = {"access_token", "jwt", "Authorization", "token", "q_session"})
    void tokenInACookie(String name) {
        Refused.NO_TOKEN.is(world.call().header("Cookie", name + "=" + good).get());
    }

    @ParameterizedTest
    @ValueSource(strings = {"access_token", "token"})
    void tokenInAForm(String name) {
        Refused.NO_TOKEN.is(world.call().form(Map.of(name, good)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Proxy-Authorization", "X-Authorization", "X-Access-Token", "X-Forwarded-Access-Token", "X-Auth-Token",
            "Authentication",
            "Authorization2", "Token"})
    void tokenInAnotherHeader(String name) {
        Refused.NO_TOKEN.is(world.call().header(name, "Bearer " + good).get());
    }

    @Test
    void tokenInATrailer() {
        String chunked = "2\r\n{}\r\n0\r\nAuthorization: Bearer " + good + "\r\n\r\n";
        Refused.NO_TOKEN.is(RawHttp.to(world).header("Transfer-Encoding", "chunked").header("Trailer", "Authorization").send("POST",
                SecurityWorld.PATH, chunked));
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Remote-User", "X-Forwarded-User", "Remote-User", "X-User", "X-SSL-Client-Cert", "X-Client-Cert",
            "Client-Cert",
            "X-Forwarded-Client-Cert", "Call-Role"})
    void identityInAHeader(String name) {
        Refused.NO_TOKEN.is(world.call().header(name, "operator").get());
    }

    @Test
    void nothingThatWasAToken() throws IOException {
        tokenInTheQuery("access_token");
        tokenInACookie("jwt");
        tokenInAForm("access_token");
        tokenInATrailer();
        headerThatCanBeReadInTwoWays(List.of("Authorization: Bearer " + good + ", Bearer " + good));
        String signature = good.substring(good.lastIndexOf('.') + 1);
        assertThat(Files.readString(world.world().smd().log())).doesNotContain(signature);
        assertThat(Files.readString(world.world().smd().audit().file())).doesNotContain(signature);
    }

    Stream<Arguments> empty() {
        return Stream.of("Bearer", "Bearer ", "bearer  ", "Basic YWxhZGRpbjpvcGVuc2VzYW1l", "Negotiate YII=",
                "Digest username=\"a\"",
                "Token " + good, "JWT " + good).map(value -> argumentSet("'" + value.replace(good, "TOKEN") + "'", value));
    }

    Stream<Arguments> malformed() {
        String line = "Authorization: Bearer " + good;
        return Stream.of(argumentSet("nothing", List.of("Authorization:")), argumentSet("a scheme alone", List.of("Authorization: Basic")),
                argumentSet("two headers", List.of(line, line)),
                argumentSet("two headers, the first empty", List.of("Authorization: ", line)),
                argumentSet("two headers, two schemes", List.of("Authorization: Basic YTpi", line)),
                argumentSet("two headers, other case", List.of(line, line.replace("Authorization", "authorization"))),
                argumentSet("two headers apart", List.of(line, "Accept: */*", line)),
                argumentSet("comma-joined, both with a scheme", List.of(line + ", Bearer " + good)),
                argumentSet("comma-joined, Bearer a,b", List.of(line + "," + good)), argumentSet("comma behind", List.of(line + ",")),
                argumentSet("comma before", List.of("Authorization: ," + "Bearer " + good)),
                argumentSet("tab", List.of("Authorization: Bearer\t" + good)),
                argumentSet("two blanks", List.of("Authorization: Bearer  " + good)),
                argumentSet("blank and tab", List.of("Authorization: Bearer \t" + good)),
                argumentSet("no scheme", List.of("Authorization: " + good)),
                argumentSet("no blank", List.of("Authorization: Bearer" + good)),
                argumentSet("colon", List.of("Authorization: Bearer: " + good)),
                argumentSet("equals", List.of("Authorization: Bearer=" + good)),
                argumentSet("scheme twice", List.of("Authorization: Bearer Bearer " + good)),
                argumentSet("quotes", List.of("Authorization: Bearer \"" + good + "\"")),
                argumentSet("parameter behind", List.of(line + " realm=\"smd\"")), argumentSet("token twice", List.of(line + " " + good)),
                argumentSet("no ASCII", List.of("Authorization: Bearer \u00e4" + good)),
                argumentSet("no-break blank", List.of("Authorization: Bearer\u00a0" + good)));
    }

    Stream<Arguments> spaced() {
        return Stream.of(argumentSet("blank behind", "Authorization: Bearer " + good + " "),
                argumentSet("no blank before", "Authorization:Bearer " + good),
                argumentSet("blanks before", "Authorization:   Bearer " + good),
                argumentSet("tab before", "Authorization:\tBearer " + good),
                argumentSet("the name in capitals", "AUTHORIZATION: Bearer " + good));
    }
}
