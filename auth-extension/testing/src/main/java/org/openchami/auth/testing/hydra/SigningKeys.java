package org.openchami.auth.testing.hydra;

import java.net.URI;
import java.util.List;

import org.openchami.auth.testing.http.Answer;
import org.openchami.auth.testing.http.Call;

import io.vertx.core.json.JsonObject;

/** The key sets that an authority signs with, through its admin API. In answers the newest key comes first. */
record SigningKeys(URI adminUrl, String algorithm) {
    static final String ACCESS_TOKENS = "hydra.jwt.access-token";
    private static final List<String> SETS = List.of(ACCESS_TOKENS, "hydra.openid.id-token");

    /** Makes the keys that are missing, so that Hydra need not make RSA keys of 4096 bits on the first look. */
    void ensure() {
        if (!algorithm.equals(HydraOptions.OWN_DEFAULT)) {
            SETS.stream().filter(set -> get(set).status() == 404).forEach(this::add);
        }
    }

    void rotate() {
        SETS.forEach(this::add);
    }

    void retireOld() {
        for (String set : SETS) {
            List<JsonObject> keys = get(set).expect(200, "GET /admin/keys/" + set).json().getJsonArray("keys").stream()
                    .map(JsonObject.class::cast).toList();
            keys.stream().skip(1).forEach(key -> Call.to(adminUrl, "/admin/keys/" + set + "/" + Call.encoded(key.getString("kid")))
                    .delete().expect(204, "DELETE /admin/keys/" + set + "/{kid}"));
        }
    }

    private Answer get(String set) {
        return Call.to(adminUrl, "/admin/keys/" + set).get();
    }

    private void add(String set) {
        Call.to(adminUrl, "/admin/keys/" + set)
                .json("POST", new JsonObject().put("alg", algorithm).put("use", "sig").put("kid", ""))
                .expect(201, "POST /admin/keys/" + set);
    }
}
