package org.openchami.auth.testing.hydra;

import java.net.URI;
import java.util.Optional;

import org.openchami.auth.testing.http.Answer;
import org.openchami.auth.testing.http.Call;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** One client as an authority has it registered, through the admin API: what an operator may do to it behind its back. */
public record HydraClient(URI adminUrl, String id) {
    /** Empty if there is none. */
    public Optional<JsonObject> metadata() {
        Answer answer = client().get();
        return answer.status() == 404 ? Optional.empty() : Optional.of(answer.expect(200, "GET /admin/clients/{id}").json());
    }

    /** @param member a JSON pointer, such as {@code /scope} */
    public void replace(String member, Object value) {
        JsonObject operation = new JsonObject().put("op", "replace").put("path", member).put("value", value);
        client().json("PATCH", new JsonArray().add(operation)).expect(200, "PATCH /admin/clients/{id}");
    }

    /** Its registration access token is dead from now on; nothing else changes. */
    public void loseRegistrationToken() {
        put(new JsonObject());
    }

    /** As {@link #replace} and {@link #loseRegistrationToken} together: Hydra's {@code PUT} does both. */
    public void put(JsonObject members) {
        JsonObject all = metadata().orElseThrow(() -> new IllegalStateException("There is no client " + id)).mergeIn(members);
        client().json("PUT", all).expect(200, "PUT /admin/clients/{id}");
    }

    public void delete() {
        client().delete().expect(204, "DELETE /admin/clients/{id}");
    }

    private Call client() {
        return Call.to(adminUrl, "/admin/clients/" + Call.encoded(id));
    }
}
