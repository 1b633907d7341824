package org.openchami.auth.testing.hydra;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.openchami.auth.testing.http.Answer;
import org.openchami.auth.testing.http.Call;

import io.vertx.core.json.JsonObject;

/** The clients that an authority knows, through its admin API. */
record Clients(URI adminUrl) {
    private static final Pattern NEXT = Pattern.compile("<([^>]+)>; *rel=\"next\"");

    List<String> ids() {
        List<String> ids = new ArrayList<>();
        String page = "/admin/clients?page_size=500";
        while (!page.isEmpty()) {
            Answer answer = Call.to(adminUrl, page).get().expect(200, "GET /admin/clients");
            answer.array().forEach(client -> ids.add(((JsonObject) client).getString("client_id")));
            Matcher next = NEXT.matcher(answer.header("Link"));
            page = next.find() && !answer.array().isEmpty() ? next.group(1) : "";
        }
        return List.copyOf(ids);
    }
}
