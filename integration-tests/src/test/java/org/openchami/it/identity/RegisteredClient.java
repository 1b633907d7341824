package org.openchami.it.identity;

import java.util.List;

import org.openchami.auth.testing.http.Call;
import org.openchami.auth.testing.hydra.Hydra;

import io.vertx.core.json.JsonObject;

/** bss as Hydra has it registered. */
record RegisteredClient(JsonObject metadata) {
    static RegisteredClient ofBss(Hydra hydra) {
        return new RegisteredClient(Call.to(hydra.adminUrl(), "/admin/clients/bss").get().expect(200, "GET /admin/clients/bss").json());
    }

    /** All that Hydra knows under a name like it: one, if all is well. */
    static List<String> allOfBss(Hydra hydra) {
        return hydra.clientIds().stream().filter(id -> id.contains("bss")).toList();
    }

    String kid() {
        return metadata.getJsonObject("jwks").getJsonArray("keys").getJsonObject(0).getString("kid");
    }
}
