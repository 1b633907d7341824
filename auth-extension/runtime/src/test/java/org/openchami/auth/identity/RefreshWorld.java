package org.openchami.auth.identity;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.openchami.auth.secret.FileOf;
import org.openchami.auth.secret.Secret;

import io.smallrye.mutiny.Uni;

/** A world in which an operator gave us the refresh token r, and the authority calls its successors r', r'' and so on. */
final class RefreshWorld {
    private static final Duration MOMENT = Duration.ofSeconds(1);
    final IdentityWorld world;
    final PlayedAuthority authority;
    final Path file;

    RefreshWorld(Path folder) {
        file = FileOf.secret(folder.resolve("token"), "r");
        world = new IdentityWorld("openchami.auth.client.refresh-token-file", file.toString());
        authority = world.authority;
        authority.refreshTokens.add("r");
    }

    Identity started() {
        Identity identity = world.start();
        world.pass(MOMENT);
        return identity;
    }

    void next(TokenAnswer answer) {
        authority.answers.add(Uni.createFrom().item(answer));
    }

    /** The next request is answered with a token and its successor, on which the disk is full. */
    void fullWithTheNext() {
        authority.answers.add(Uni.createFrom().item(() -> {
            world.store.full = true;
            return authority.granted(Optional.of(Secret.of("r'")));
        }));
    }

    Optional<Secret> successor() {
        return world.store.content().refresh().successor();
    }

    List<String> sent() {
        return authority.calls.stream().filter(call -> call.startsWith("refresh")).toList();
    }
}
