package org.openchami.auth.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openchami.auth.config.Configured;
import org.openchami.auth.config.HttpPaths;
import org.openchami.auth.config.Settings;
import org.openchami.auth.context.Exchange;

class ResourceAddressTest {
    private final Exchange exchange = new Exchange();

    private String address(String... configuration) {
        return resource("/", configuration).of(exchange.request()).orElse(null);
    }

    private static ResourceAddress resource(String root, String... configuration) {
        Settings settings = Configured.with(configuration);
        return new ResourceAddress(settings, new HttpPaths(root, "q", ""), new SourceAddress(settings));
    }

    @Test
    void aServiceBelowARootHasItInItsAddress() {
        exchange.headers.set("Host", "gateway");
        assertThat(resource("/api").of(exchange.request())).contains("http://gateway/api");
    }

    @ParameterizedTest
    @CsvSource({"/,/things,http://gateway/things", "/api,/api/things,http://gateway/api/things"})
    void aTargetHasTheRootOnce(String root, String path, URI target) {
        exchange.headers.set("Host", "gateway");
        exchange.path = path;
        assertThat(resource(root).target(exchange.request())).contains(target);
    }

    @Test
    void theConfiguredOneCountsBeforeAll() {
        exchange.headers.set("Host", "other");
        assertThat(address("openchami.auth.resource", "https://gateway.test/apis/smd/")).isEqualTo("https://gateway.test/apis/smd");
    }

    @ParameterizedTest
    @ValueSource(strings = {"smd", "smd:27779", "10.0.0.1:80", "a.b-c.test.", "[::1]", "[2001:db8::1]:443"})
    void elseItIsTheRequestsOwn(String host) {
        exchange.headers.set("Host", host);
        assertThat(address()).isEqualTo("http://" + host);
    }

    @Test
    void theSchemeIsTheConnections() {
        exchange.headers.set("Host", "smd");
        exchange.ssl = true;
        assertThat(address()).isEqualTo("https://smd");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a\"b", "a/b", "a\\b", "a@b", "a,b", "a;b", "-a", "a:b", "a:123456", "[a]b", "a?b", "a#b",
            "a%41", "ä", "a\r\nb"})
    void whatIsNoHostIsNoAddress(String host) {
        exchange.headers.set("Host", host);
        assertThat(address()).isNull();
    }

    @Test
    @Timeout(10)
    void aHostThatIsNoneIsFoundOutInOnePass() {
        exchange.headers.set("Host", "a".repeat(200) + "_");
        assertThat(address()).isNull();
        exchange.headers.set("Host", "a.".repeat(100) + "_");
        assertThat(address()).isNull();
        exchange.headers.set("Host", "[" + ":".repeat(40) + "_");
        assertThat(address()).isNull();
    }

    @Test
    void aHostTooLongIsNone() {
        exchange.headers.set("Host", "a.".repeat(128));
        assertThat(address()).isNull();
    }

    @Test
    void noHostOrTwoAreNone() {
        assertThat(address()).isNull();
        exchange.headers.add("Host", "a").add("Host", "b");
        assertThat(address()).isNull();
    }

    @Test
    void aTrustedProxyKnowsBetter() {
        exchange.headers.set("Host", "inner").set("X-Forwarded-Host", "evil.test, outer.test").set("X-Forwarded-Proto", "https");
        assertThat(address("openchami.auth.trusted-proxies", "127.0.0.0/8")).isEqualTo("https://outer.test");
        assertThat(address()).isEqualTo("http://inner");
    }

    @Test
    void aProxysSchemeIsOneOfTwo() {
        exchange.headers.set("Host", "inner").set("X-Forwarded-Proto", "javascript");
        assertThat(address("openchami.auth.trusted-proxies", "127.0.0.0/8")).isEqualTo("http://inner");
    }
}
