package org.openchami.it.fault;

import org.openchami.auth.testing.http.Answer;
import org.openchami.auth.testing.http.Call;
import org.openchami.auth.testing.http.NoAnswer;
import org.openchami.it.world.RunningService;

import io.vertx.core.json.JsonObject;

/**
 * What a service says of its own identity.
 *
 * @param up whether it is ready to work
 * @param problem what is wrong; empty if nothing is
 */
record Health(boolean up, String clientId, String state, String problem) {
    static Health of(RunningService service) {
        try {
            Answer answer = Call.to(service.url(), "/q/health/ready").get();
            JsonObject check = answer.json().getJsonArray("checks").stream().map(JsonObject.class::cast)
                    .filter(one -> one.getString("name").equals("openchami-auth")).findFirst().orElseThrow();
            JsonObject data = check.getJsonObject("data");
            return new Health("UP".equals(check.getString("status")), data.getString("client_id", ""), data.getString("identity", ""),
                    data.getString("problem", ""));
        } catch (NoAnswer none) {
            return new Health(false, "", "", "the service does not answer");
        }
    }

    boolean troubled() {
        return !problem.isEmpty();
    }
}
