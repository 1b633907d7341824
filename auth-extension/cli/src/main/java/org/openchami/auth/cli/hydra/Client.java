package org.openchami.auth.cli.hydra;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

/** A client as Hydra's admin API shows it. What it gives out, but for its id, is fit for a terminal: one line of printable characters each. */
public record Client(JsonNode json) {
    private static final String OWNER = "openchami-auth/";

    /** The owner of all clients that this service registered. */
    public static String owner(String service) {
        return OWNER + service;
    }

    /** As it is: to ask for it by. */
    public String id() {
        return json.path("client_id").asText();
    }

    /** The service that registered it; empty if none of ours did. */
    public Optional<String> service() {
        String owner = text("owner");
        String noted = plain(openchami().path("service").asText());
        return owner.startsWith(OWNER)
                ? Optional.of(owner.substring(OWNER.length()))
                : Optional.of(noted).filter(name -> !name.isEmpty());
    }

    /** By whom its secret was set; empty if a key proves it. */
    public Optional<String> secretBy() {
        return Optional.of(plain(openchami().path("secret_by").asText())).filter(name -> !name.isEmpty());
    }

    /** Its keys, each with the instance that put it there. */
    public List<String> keys() {
        List<String> keys = new ArrayList<>();
        json.path("jwks").path("keys").forEach(key -> {
            String kid = key.path("kid").asText();
            List<String> holders = new ArrayList<>();
            openchami().path("instances").properties().forEach(instance -> {
                if (StreamSupport.stream(instance.getValue().spliterator(), false).anyMatch(held -> held.asText().equals(kid))) {
                    holders.add(instance.getKey());
                }
            });
            keys.add(plain(kid + (holders.isEmpty() ? "" : " of instance " + String.join(", ", holders))));
        });
        return keys;
    }

    /** A member that is a text, or a list of texts. */
    public String text(String name) {
        JsonNode value = json.path(name);
        return plain(value.isArray()
                ? String.join(" ", StreamSupport.stream(value.spliterator(), false).map(JsonNode::asText).toList())
                : value.asText());
    }

    static String plain(String text) {
        return text.replaceAll("[^ -~]", "?");
    }

    private JsonNode openchami() {
        return json.path("metadata").path("openchami");
    }

    /** Never all of it: an authority may show more than it should. */
    @Override
    public String toString() {
        return "Client[" + text("client_id") + "]";
    }
}
