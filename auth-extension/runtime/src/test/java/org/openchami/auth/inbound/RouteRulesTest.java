package org.openchami.auth.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openchami.auth.config.Configured;
import org.openchami.auth.config.Enforcement;
import org.openchami.auth.config.HttpPaths;

class RouteRulesTest {
    private final HttpPaths paths = new HttpPaths("/", "q", "");

    private RouteRules rules(String... more) {
        return new RouteRules(Configured.with(more), paths);
    }

    @ParameterizedTest
    @CsvSource({"/a,exact", "/a/,exact", "/a/b,below", "/a/b/c,below", "/a/x,exact2", "/a/x/y,deep", "/a/x/y/z,deep", "/b,b", "/b/,b",
            "/b/c,b", "/bc,all", "/,all", "/elsewhere/x,all", "/A,all"})
    void exactBeatsPrefixAndTheLongestPrefixWins(String path, String name) {
        RouteRules rules = rules("openchami.auth.routes.exact.paths", "/a", "openchami.auth.routes.exact2.paths", "/a/x",
                "openchami.auth.routes.below.paths", "/a/*", "openchami.auth.routes.deep.paths", "/a/x/*",
                "openchami.auth.routes.b.paths", "/b/*", "openchami.auth.routes.all.paths", "/*");

        assertThat(rules.of(path).name()).isEqualTo(name);
    }

    @Test
    void whatNoRuleNamesIsAsTheServiceIs() {
        RouteRules rules = rules("openchami.auth.mode", "shadow", "openchami.auth.routes.strict.paths", "/a",
                "openchami.auth.routes.strict.mode", "enforce");

        assertThat(rules.of("/b").mode()).isEqualTo(Enforcement.SHADOW);
        assertThat(rules.of("/a").mode()).isEqualTo(Enforcement.ENFORCE);
        assertThat(rules().of("/b").mode()).isEqualTo(Enforcement.ENFORCE);
    }

    @Test
    void ourOwnEndpointsAreNeverInShadow() {
        assertThat(rules("openchami.auth.mode", "shadow").of("/q/auth/whoami").mode()).isEqualTo(Enforcement.ENFORCE);
    }
}
