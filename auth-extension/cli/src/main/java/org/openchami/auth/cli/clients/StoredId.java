package org.openchami.auth.cli.clients;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.openchami.auth.cli.Failure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The client id that an installation uses, from the folder that its service stores its identity in. Reads nothing else of it. */
record StoredId(Path folder, String service) {
    private static final ObjectMapper JSON = new ObjectMapper();

    String read() {
        Path file = folder.resolve(service + ".json");
        try {
            JsonNode identity = JSON.readTree(Files.readAllBytes(file));
            if (identity.has("jwe")) {
                throw new Failure(file + " is encrypted. Cure: name the client id in use with --keep; the service logs it at its start");
            }
            // by schema 1 and schema 2
            JsonNode id = identity.path("schema").asInt() == 1 ? identity.path("client_id") : identity.path("client").path("client_id");
            if (!id.isTextual() || id.asText().isBlank()) {
                throw new Failure(file + " names no client id. Cure: name the one in use with --keep");
            }
            return id.asText();
        } catch (IOException e) {
            // the message of a parser could hold a piece of the file
            throw new Failure(file + " can't be read: " + e.getClass().getSimpleName()
                    + ". Cure: check --store and --service, and read it as the service's user");
        }
    }
}
