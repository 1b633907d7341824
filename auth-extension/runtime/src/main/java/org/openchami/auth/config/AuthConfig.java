package org.openchami.auth.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.quarkus.runtime.annotations.ConfigDocMapKey;
import io.quarkus.runtime.annotations.ConfigDocSection;
import io.quarkus.runtime.annotations.ConfigPhase;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithDefaults;

/** How a service authenticates its callers and itself. Read through {@link Settings}, which has checked it. */
@ConfigMapping(prefix = "openchami.auth")
@ConfigRoot(phase = ConfigPhase.RUN_TIME)
public interface AuthConfig {

    /** The authority whose tokens are trusted and that issues our own: the address of Hydra's public API. Required. */
    Optional<String> authority();

    /** The {@code iss} that tokens must have, to the letter. Default: the authority, as written. */
    Optional<String> issuer();

    /** The audience that every service of the cluster accepts beside its own name. */
    @WithDefault("openchami")
    String clusterAudience();

    /** The network a reverse proxy talks from, as CIDR; its {@code X-Forwarded-For} is believed, nobody else's. */
    Optional<List<String>> trustedProxies();

    /** The name of the TLS configuration (quarkus.tls.*) for calls to the authority and to key sets. */
    Optional<String> tlsConfigurationName();

    /** This service's own address, as its clients write it (RFC 9728). Default: the scheme and host of each request. */
    Optional<String> resource();

    /** Whether refusals are carried out: {@code enforce}, or {@code shadow} for a migration, where they are only logged and counted. */
    @WithDefault("enforce")
    Enforcement mode();

    /** What becomes of the token of a service that is not among {@code clients}: it is refused, or may use what needs no scope. */
    @WithDefault("refuse")
    UnknownClients unknownClients();

    /** Networks by name, as CIDR, for {@code clients.<id>.addresses}. */
    @ConfigDocMapKey("network")
    Map<String, List<String>> networks();

    /** Whose tokens are trusted beside the authority's, by a name of your choice; {@code authority} is the authority itself. */
    @ConfigDocSection
    @ConfigDocMapKey("issuer")
    @WithDefaults
    Map<String, IssuerConfig> issuers();

    /** How this service registers itself. */
    @ConfigDocSection
    RegistrationConfig registration();

    /** What this service proves itself with. */
    @ConfigDocSection
    OwnClientConfig client();

    /** Where the identity is kept. */
    @ConfigDocSection
    StoreConfig store();

    /** Whom this service may call, by name; nobody else gets a token. */
    @ConfigDocSection
    @ConfigDocMapKey("peer")
    Map<String, PeerConfig> peers();

    /** Which services may call as themselves, by client id. */
    @ConfigDocSection
    @ConfigDocMapKey("client-id")
    Map<String, ClientConfig> clients();

    /** What is different for some routes, by a name of your choice. */
    @ConfigDocSection
    @ConfigDocMapKey("route")
    Map<String, RouteConfig> routes();

    /** Who calls with a client certificate instead of a token, by a name of your choice. */
    @ConfigDocSection
    @ConfigDocMapKey("certificate")
    Map<String, CertificateConfig> certificates();

    /** The keys that tokens and call contexts are checked with. */
    @ConfigDocSection
    KeysConfig keys();

    /** What a token must fulfil. */
    @ConfigDocSection
    TokenConfig token();

    /** What is done about the signed context of a call. */
    @ConfigDocSection
    ContextConfig context();
}
