package org.openchami.auth.registration;

import java.net.URI;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;
import org.openchami.auth.authority.Answer;
import org.openchami.auth.authority.AuthorityClient;
import org.openchami.auth.authority.UnavailableException;
import org.openchami.auth.config.Settings;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/**
 * Registers this service through Hydra's admin API. There is one client of our name, whatever happens: one that is there already is ours if it
 * holds our key (an answer was lost), and is given our key otherwise (our stored key was lost). Addresses are composed, never taken from an
 * answer, and nothing that an answer hands out (a secret, a registration access token) is kept.
 */
@Singleton
public class HydraAdmin {
    private static final Logger LOG = Logger.getLogger(HydraAdmin.class);

    private final AuthorityClient http;
    private final Settings settings;

    @Inject
    HydraAdmin(AuthorityClient http, Settings settings) {
        this.http = http;
        this.settings = settings;
    }

    /** Ends with a client of our name that has these properties and this key. */
    public Uni<Void> register(ClientMetadata metadata) {
        return http.send(HttpMethod.POST, clients(), metadata.toJson().toBuffer()).chain(answer -> switch (answer.status()) {
            case 201 -> {
                LOG.infof("OCAUTH-0201 Registered at the authority as '%s'", metadata.clientId());
                yield Uni.createFrom().voidItem();
            }
            case 409 -> takeOver(metadata);
            default -> Uni.createFrom().failure(refusal(clients(), answer));
        });
    }

    private Uni<Void> takeOver(ClientMetadata metadata) {
        return standing(metadata).chain(standing -> {
            LOG.infof(standing == Standing.HELD
                    ? "OCAUTH-0202 The client '%s' is there already, with our key"
                    : "OCAUTH-0203 The client '%s' is there already, with another key: replaced by ours", metadata.clientId());
            return update(metadata);
        });
    }

    /** Replaces the properties and keys of our client (Hydra's {@code PUT} is a full one). */
    public Uni<Void> update(ClientMetadata metadata) {
        URI client = client(metadata.clientId());
        return http.send(HttpMethod.PUT, client, metadata.toJson().toBuffer())
                .chain(answer -> answer.status() == 200 ? Uni.createFrom().voidItem() : Uni.createFrom().failure(refusal(client, answer)));
    }

    /** The reliable question: a token endpoint says the same for a deleted client and for a database that is down. */
    public Uni<Standing> standing(ClientMetadata metadata) {
        URI client = client(metadata.clientId());
        return http.get(client).map(answer -> switch (answer.status()) {
            case 200 -> holds(answer, metadata.key().kid()) ? Standing.HELD : Standing.OTHER_KEY;
            case 404 -> Standing.GONE;
            default -> throw new UnavailableException(client, "HTTP " + answer.status());
        });
    }

    private static boolean holds(Answer answer, String kid) {
        return answer.json().map(client -> client.getValue("jwks"))
                .map(jwks -> jwks instanceof JsonObject set ? set.getValue("keys") : null)
                .map(keys -> keys instanceof JsonArray array
                        && array.stream().anyMatch(key -> key instanceof JsonObject jwk && kid.equals(jwk.getString("kid"))))
                .orElse(false);
    }

    private static RuntimeException refusal(URI asked, Answer answer) {
        if (answer.status() < 400 || answer.status() >= 500 || answer.status() == 429) {
            return new UnavailableException(asked, "HTTP " + answer.status());
        }
        String said = answer.json().map(json -> String.valueOf(json.getValue("error_description", ""))).orElse("").replaceAll("[^ -~]+",
                " ");
        return new RegistrationException("The authority refused our registration with HTTP " + answer.status() + ": "
                + said.substring(0, Math.min(200, said.length()))
                + ". Cure: check openchami.auth.registration.url, and the peers' scopes and audiences");
    }

    private URI clients() {
        return URI.create(settings.registration().orElseThrow() + "/admin/clients");
    }

    private URI client(String id) {
        return URI.create(clients() + "/" + id);
    }
}
