package org.openchami.auth.testing.authority;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import io.netty.handler.codec.http.QueryStringEncoder;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Hydra's admin API for the pages where a user logs in and consents: here the decision is made. */
record DecisionApi(Clients clients, Logins logins, String publicUrl) {
    private static final String PATH = "/admin/oauth2/auth/requests/";

    void addTo(Routes routes) {
        routes.on("GET", PATH + LoginApi.LOGIN, request -> shown(LoginApi.LOGIN, request))
                .on("GET", PATH + LoginApi.CONSENT, request -> shown(LoginApi.CONSENT, request))
                .on("PUT", PATH + LoginApi.LOGIN + "/accept", request -> {
                    String subject = request.json().getString("subject", "");
                    return accepted(LoginApi.LOGIN, taken(LoginApi.LOGIN, request).by(subject));
                })
                .on("PUT", PATH + LoginApi.CONSENT + "/accept", request -> {
                    JsonObject decision = request.json();
                    return accepted(LoginApi.CONSENT, taken(LoginApi.CONSENT, request)
                            .granted(words(decision, "grant_scope"), words(decision, "grant_access_token_audience")));
                });
    }

    private Reply shown(String page, Request request) {
        String challenge = request.query(page + "_challenge");
        Login login = logins.look(page, challenge).orElseThrow(Refusal::notFound);
        return Reply.json(200, new JsonObject()
                .put("challenge", challenge)
                .put("requested_scope", new JsonArray(login.scopes()))
                .put("requested_access_token_audience", new JsonArray(login.audience()))
                .put("skip", false)
                .put("subject", login.subject())
                .put("client", ClientMetadata.stored(clients.get(login.clientId()).metadata())));
    }

    private Login taken(String page, Request request) {
        return logins.take(page, request.query(page + "_challenge")).orElseThrow(Refusal::notFound);
    }

    private Reply accepted(String page, Login login) {
        Map<String, String> query = new TreeMap<>(login.parameters());
        query.put(page + "_verifier", logins.keep(page + "_verifier", login));
        QueryStringEncoder target = new QueryStringEncoder(publicUrl + "/oauth2/auth");
        query.forEach(target::addParam);
        return Reply.json(200, new JsonObject().put("redirect_to", target.toString()));
    }

    private static List<String> words(JsonObject decision, String name) {
        return Optional.ofNullable(decision.getJsonArray(name)).orElse(new JsonArray()).stream().map(String::valueOf).toList();
    }
}
