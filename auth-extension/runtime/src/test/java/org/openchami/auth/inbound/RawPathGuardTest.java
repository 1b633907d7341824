package org.openchami.auth.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openchami.auth.context.Exchange;

import io.quarkus.vertx.http.runtime.filters.Filters;

class RawPathGuardTest {

    private static Exchange guarded(String path) {
        Filters filters = new Filters();
        new RawPathGuard().install(filters);
        Exchange exchange = new Exchange();
        exchange.path = path;
        filters.getFilters().get(0).getHandler().handle(exchange.context());
        return exchange;
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a;b", "/a;jsessionid=1", "/a%3Bb", "/a%3bb", "/a%2Fb", "/a%2fb", "/a\\b", "/a%5Cb", "/a%5cb", "/a%00",
            "/%00/b", "/a/../b", "/..",
            "/a/.", "/a/%2e%2E/b", "/a/.%2e", "..", "./a", "/%2e/", "//", "//a", "/a//b", "/a//", "/a%252Fb", "/a%253b", "/a%2525",
            "/a%2500",
            "/a%0d%0aX", "/a%7f", "/a%1F", "/a\u0000b", "/a\tb", "/a%", "/a%2", "/a%zz", "/a%u002f"})
    void aPathThatCanBeReadInTwoWaysIsRefused(String path) {
        Exchange exchange = guarded(path);

        assertThat(exchange.status).isEqualTo(400);
        assertThat(exchange.body).isEqualTo("ambiguous path\n");
        assertThat(exchange.wentOn).isFalse();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"/", "/hsm/v2/State/Components", "/a%20b", "/a%C3%A4", "/boot/v1/bootscript", "/a.b-c_d~e", "/a%2Eb", "/a..b",
            "/.well-known/x", "/a%25", "/100%25/b", "/...", "/a/.b/..c", "*", "/a/"})
    void anyOtherPathGoesOn(String path) {
        Exchange exchange = guarded(path);

        assertThat(exchange.wentOn).isTrue();
        assertThat(exchange.body).isNull();
    }
}
