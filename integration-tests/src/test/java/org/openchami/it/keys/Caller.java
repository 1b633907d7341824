package org.openchami.it.keys;

import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

import org.openchami.auth.testing.http.Answer;
import org.openchami.auth.testing.http.Call;
import org.openchami.auth.testing.token.TokenClaims;
import org.openchami.auth.testing.token.TokenForge;
import org.openchami.auth.testing.user.UserLogin;
import org.openchami.it.refusal.CallContexts;
import org.openchami.it.world.PlayedService;
import org.openchami.it.world.World;

/** Who calls smd, with the newest token that was fetched for it. */
final class Caller {
    private final String name;
    private final Supplier<String> grant;
    private final Function<String, Answer> call;
    private volatile String token = "";

    private Caller(String name, Supplier<String> grant, Function<String, Answer> call) {
        this.name = name;
        this.grant = grant;
        this.call = call;
    }

    static Caller user(World world, String name, GenuineTokens tokens) {
        return new Caller(name, () -> tokens.from(() -> UserLogin.token(world.hydra().publicUrl(), world.hydra().adminUrl(), name,
                Set.of("smd.read"), UserLogin.CLUSTER)),
                token -> Call.to(world.smd().url(), Seen.PATH).header("Authorization", "Bearer " + token).get());
    }

    static Caller service(World world, PlayedService service, GenuineTokens tokens) {
        return new Caller(service.id(), () -> tokens.from(() -> service.token(world.hydra(), "smd.read", "smd")),
                token -> CallContexts.send(world, token, service.sign(CallContexts.TYPE, CallContexts.good(service, token))));
    }

    /** Somebody whose token was never seen before, at every call. */
    static Caller newcomer(World world, TokenForge authority) {
        return new Caller("newcomer", () -> "", none -> Call.to(world.smd().url(), Seen.PATH).header("Authorization",
                "Bearer " + authority.token(TokenClaims.of(world.hydra().issuer()).scopes("smd.read"))).get());
    }

    void renew() {
        token = grant.get();
    }

    /** Of the key that its newest token is signed with. */
    String kid() {
        return TokenHeader.kid(token);
    }

    Answer call() {
        return call.apply(token);
    }

    @Override
    public String toString() {
        return name;
    }
}
