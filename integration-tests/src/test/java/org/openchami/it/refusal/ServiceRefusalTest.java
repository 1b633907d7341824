package org.openchami.it.refusal;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openchami.auth.testing.http.Answer;
import org.openchami.auth.testing.http.Call;
import org.openchami.it.world.PlayedService;
import org.openchami.it.world.SharedWorld;
import org.openchami.it.world.World;

/** A scope that a service's token holds proves nothing: whoever may register at Hydra may ask for it. */
@ExtendWith(SharedWorld.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServiceRefusalTest {
    private final World world;
    private final PlayedService stranger = PlayedService.withNewKey("stranger");

    ServiceRefusalTest(World world) {
        this.world = world;
    }

    @BeforeAll
    void register() {
        stranger.register(world.hydra(), "smd.read smd.write", "smd");
    }

    @AfterAll
    void forget() {
        world.hydra().deleteClient("stranger");
    }

    @Test
    void aServiceThatSmdDoesNotKnowHasNoRightsWhateverItsTokenSays() {
        Refused.INSUFFICIENT_SCOPE.is(Refused.smd(world, stranger.token(world.hydra(), "smd.read", "smd")));
    }

    @Test
    void aContextOfItsOwnDoesNotHelpIt() {
        String token = stranger.token(world.hydra(), "smd.read", "smd");
        Answer answer = CallContexts.send(world, token, stranger.sign(CallContexts.TYPE, CallContexts.good(stranger, token)));
        Refused.INSUFFICIENT_SCOPE.is(answer);
    }

    @Test
    void aKnownServiceMayNotDoMoreThanSmdsConfigurationGivesIt() {
        PlayedService bss = PlayedService.bss(world);
        String token = bss.token(world.hydra(), "smd.read", "smd");
        Answer answer = Call.to(world.smd().url(), Refused.PATH).header("Authorization", "Bearer " + token)
                .header("Call-Context", bss.sign(CallContexts.TYPE, CallContexts.good(bss, token))).delete();
        new Refused(403, "Bearer error=\"insufficient_scope\", scope=\"smd.write\"", "insufficient scope\n").is(answer);
    }
}
