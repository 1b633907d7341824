package org.openchami.it.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openchami.auth.testing.http.Answer;
import org.openchami.auth.testing.http.Call;
import org.openchami.it.world.SharedWorld;
import org.openchami.it.world.World;

/** What smd answers to requests without a credential, and to those that can be read in two ways. */
@ExtendWith(SharedWorld.class)
class RequestRefusalTest {
    private final World world;

    RequestRefusalTest(World world) {
        this.world = world;
    }

    @Test
    void noToken() {
        Refused.NO_TOKEN.is(Refused.smd(world).get());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/hsm/v2/State/Components", "/hsm/v2/State/Components/x1000c0s0b0n0", "/hsm/v2/State/Components/ByNID/1",
            "/hsm/v2/Inventory/EthernetInterfaces", "/hsm/v2/Inventory/EthernetInterfaces/525400beef01",
            "/hsm/v2/Inventory/RedfishEndpoints", "/hsm/v2/Inventory/RedfishEndpoints/x1000c0s0b0", "/hsm/v2/Inventory/ComponentEndpoints",
            "/hsm/v2/Inventory/ComponentEndpoints/x1000c0s0b0n0"})
    void noRouteOfTheInventoryIsOpen(String path) {
        Refused.NO_TOKEN.is(Call.to(world.smd().url(), path).get());
    }

    @Test
    void nothingIsWrittenWithoutAToken() {
        Refused.NO_TOKEN.is(Refused.smd(world).json("POST", "{"));
        Refused.NO_TOKEN.is(Refused.smd(world).delete());
    }

    @Test
    void anEmptyBearerIsNoToken() {
        Refused.NO_TOKEN.is(Refused.smd(world).header("Authorization", "Bearer ").get());
    }

    @Test
    void anEmptyBearerIsAnonymousWhereAllMayCome() {
        Answer answer = Call.to(world.smd().url(), "/hsm/v2/service/ready").header("Authorization", "Bearer ").get();
        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void aTokenInTheQueryIsNoToken() {
        Refused.NO_TOKEN.is(Call.to(world.smd().url(), Refused.PATH + "?access_token=" + world.token()).get());
    }

    @Test
    void aTokenInACookieIsNoToken() {
        Refused.NO_TOKEN.is(Refused.smd(world).header("Cookie", "jwt=" + world.token()).get());
    }

    @Test
    void twoAuthorizationHeaders() {
        String token = "Bearer " + world.token();
        Refused.INVALID_REQUEST.is(Refused.smd(world).header("Authorization", token).header("Authorization", token).get());
    }

    @Test
    void twoTokensInOneHeader() {
        String token = world.token();
        Refused.INVALID_REQUEST.is(Refused.smd(world, token + ", Bearer " + token));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/hsm/v2/State/Components;a=b", "/hsm/v2/State;jsessionid=1/Components", "/hsm/v2/State%2fComponents",
            "/hsm/v2/State/Components%2Fx1000c0s0b0n0", "/hsm/v2/State/Components%3ba", "/hsm/v2/service/ready/..%2f..%2fState/Components",
            "/hsm/v2/State/Components%5cx", "/hsm/v2/State/Components%00"})
    void aPathThatCanBeReadInTwoWays(String path) {
        Answer answer = Call.to(world.smd().url(), path).header("Authorization", "Bearer " + world.token()).get();
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo("ambiguous path\n");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).isEmpty();
    }
}
