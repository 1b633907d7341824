package org.openchami.bench.peers;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.openchami.bench.load.Get;
import org.openchami.bench.load.Jdk;
import org.openchami.bench.load.Launch;

/** The applications that are compared: the same endpoint behind different guards. */
public enum Variant {
    PLAIN("plain", "plain"),
    OURS("ours", "ours"),
    OURS_AUDITED("ours, audit on", "ours"),
    OURS_METERED("ours, metered", "ours-metered"),
    SMALLRYE_JWT("smallrye-jwt", "smallrye-jwt"),
    OIDC("oidc", "oidc");

    private static final String PATH = "/component";

    private final String name;
    private final String folder;

    Variant(String name, String folder) {
        this.name = name;
        this.folder = folder;
    }

    /** Its first answer needs a token of the authority, and so its keys. */
    public Launch launch(Authority authority, Jdk jdk, List<String> jvm) {
        return new Launch(name + ", " + jdk, jar(), jdk, jvm, configuration(authority), get(authority.tokens("RS256", 1).get(0)));
    }

    public Path jar() {
        return Path.of("benchmarks", "peers", folder, "target", "quarkus-app", "quarkus-run.jar");
    }

    public static Get get(String token) {
        return new Get(PATH, Map.of("Authorization", "Bearer " + token));
    }

    private Map<String, String> configuration(Authority authority) {
        return switch (this) {
            case PLAIN -> Map.of();
            case OURS, OURS_METERED -> ours(authority, Map.of("quarkus.log.category.\"openchami.audit\".level", "OFF"));
            case OURS_AUDITED -> ours(authority, Map.of());
            case SMALLRYE_JWT -> Map.of("mp.jwt.verify.publickey.location", authority.keysFile().toUri().toString(),
                    "mp.jwt.verify.publickey.algorithm", "RS256,ES256", "mp.jwt.verify.issuer", authority.url(),
                    "mp.jwt.verify.audiences", "openchami");
            case OIDC -> Map.of("quarkus.oidc.auth-server-url", authority.url(), "quarkus.oidc.discovery-enabled", "false",
                    "quarkus.oidc.jwks-path", authority.keysUrl(), "quarkus.oidc.token.issuer", authority.url(),
                    "quarkus.oidc.token.audience", "openchami");
        };
    }

    private static Map<String, String> ours(Authority authority, Map<String, String> more) {
        Map<String, String> configuration = new TreeMap<>(more);
        configuration.put("openchami.auth.authority", authority.url());
        configuration.put("openchami.auth.keys.url", authority.keysUrl());
        configuration.put("openchami.auth.store.directory", "state");
        return configuration;
    }

    @Override
    public String toString() {
        return name;
    }
}
