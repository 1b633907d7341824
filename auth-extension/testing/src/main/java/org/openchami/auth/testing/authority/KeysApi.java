package org.openchami.auth.testing.authority;

import java.util.ArrayList;
import java.util.List;

import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** The published key set (RFC 7517), and Hydra's admin API for keys, which hands out private keys. */
record KeysApi(KeySets keys, String publicUrl) {
    void addPublicTo(Routes routes) {
        routes.on("GET", "/.well-known/jwks.json", request -> {
            List<PublicJsonWebKey> published = new ArrayList<>(keys.all(KeySets.ACCESS_TOKENS));
            published.addAll(keys.all(KeySets.ID_TOKENS));
            return Reply.json(200, rendered(published, OutputControlLevel.PUBLIC_ONLY));
        });
    }

    void addAdminTo(Routes routes) {
        routes.on("GET", "/admin/keys/{set}", request -> shown(keys.find(request.variable("set"))))
                .on("GET", "/admin/keys/{set}/{kid}", request -> shown(keys.find(request.variable("set")).stream()
                        .filter(key -> key.getKeyId().equals(request.variable("kid"))).toList()))
                .on("POST", "/admin/keys/{set}", this::create)
                .on("PUT", "/admin/keys/{set}", this::replace)
                .on("DELETE", "/admin/keys/{set}", request -> {
                    keys.remove(request.variable("set"));
                    return Reply.noContent();
                })
                .on("DELETE", "/admin/keys/{set}/{kid}", request -> {
                    keys.remove(request.variable("set"), request.variable("kid"));
                    return Reply.noContent();
                });
    }

    private Reply create(Request request) {
        JsonObject sent = request.json();
        String set = request.variable("set");
        PublicJsonWebKey made = keys.add(set, sent.getString("alg", ""), sent.getString("kid", ""));
        return Reply.json(201, rendered(List.of(made), OutputControlLevel.INCLUDE_PRIVATE)).with("Location", publicUrl + "/keys/" + set);
    }

    private Reply replace(Request request) {
        List<PublicJsonWebKey> read;
        try {
            read = read(request.json());
        } catch (JoseException | ClassCastException e) {
            throw Request.undecodable();
        }
        keys.replace(request.variable("set"), read);
        return shown(read);
    }

    private static Reply shown(List<PublicJsonWebKey> found) {
        if (found.isEmpty()) {
            throw Refusal.notFound();
        }
        return Reply.json(200, rendered(found, OutputControlLevel.INCLUDE_PRIVATE));
    }

    static List<PublicJsonWebKey> read(JsonObject set) throws JoseException {
        List<PublicJsonWebKey> read = new ArrayList<>();
        for (Object key : set.getJsonArray("keys", new JsonArray())) {
            read.add(PublicJsonWebKey.Factory.newPublicJwk(((JsonObject) key).getMap()));
        }
        return read;
    }

    static JsonObject rendered(List<PublicJsonWebKey> keys, OutputControlLevel level) {
        JsonArray array = new JsonArray();
        keys.forEach(key -> array.add(new JsonObject(key.toParams(level))));
        return new JsonObject().put("keys", array);
    }
}
