package org.openchami.it.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openchami.auth.testing.http.Answer;
import org.openchami.auth.testing.http.Call;
import org.openchami.it.world.AuditRecord;
import org.openchami.it.world.SharedWorld;
import org.openchami.it.world.Tutorial.Node;
import org.openchami.it.world.World;

import io.vertx.core.json.JsonObject;

/** A user calls bss, which asks smd in that user's name. */
@ExtendWith(SharedWorld.class)
class UserThroughBssTest {
    private final World world;

    UserThroughBssTest(World world) {
        this.world = world;
    }

    @Test
    void theUserGetsTheHostsThatSmdShowsThem() {
        Answer answer = hosts(world.token(), trace());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.array().stream().map(host -> ((JsonObject) host).getString("ID")))
                .containsExactlyInAnyOrderElementsOf(world.tutorial().nodes().stream().map(Node::xname).toList());
    }

    @Test
    void theCallArrivesAtSmdAsThatUserInTheSameTransaction() {
        String trace = trace();
        hosts(world.token(), trace).expect(200, "GET hosts");
        AuditRecord bss = world.bss().audit().ofTrace(trace);
        List<AuditRecord> smd = world.smd().audit().ofTransaction(bss.transaction());
        assertThat(smd).isNotEmpty().allSatisfy(entry -> {
            assertThat(entry.at("/origin/kind")).isEqualTo("user");
            assertThat(entry.at("/origin/id")).isEqualTo("operator");
            assertThat(entry.at("/actor/client_id")).isEqualTo("bss");
            assertThat(entry.at("/actor/via")).isEqualTo("[\"bss\"]");
            assertThat(entry.at("/event/outcome")).isEqualTo("success");
        });
        assertThat(smd).anySatisfy(entry -> assertThat(entry.at("/event/action")).isEqualTo("components.read"));
    }

    @Test
    void bssRecordsTheUser() {
        String trace = trace();
        hosts(world.token(), trace).expect(200, "GET hosts");
        AuditRecord bss = world.bss().audit().ofTrace(trace);
        assertThat(bss.at("/origin/kind")).isEqualTo("user");
        assertThat(bss.at("/origin/id")).isEqualTo("operator");
        assertThat(bss.at("/event/outcome")).isEqualTo("success");
        assertThat(bss.at("/event/reason")).isEqualTo("scope bss.read");
    }

    @Test
    void bssAsksForATokenWhereAUserMustCall() {
        Answer answer = Call.to(world.bss().url(), "/boot/v1/hosts").get();
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer realm=\"bss\", resource_metadata=");
        assertThat(answer.body()).isEqualTo("no token found\n");
    }

    @Test
    void aUserWithoutTheScopeForBssIsRefusedByBss() {
        Answer answer = hosts(world.token("smd.read"), trace());
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.header("WWW-Authenticate"))
                .startsWith("Bearer error=\"insufficient_scope\", scope=\"bss.read\", resource_metadata=");
        assertThat(answer.body()).isEqualTo("insufficient scope\n");
    }

    @Test
    void aUserWhomSmdRefusesIsToldSoAndNeverServedAsBss() {
        String trace = trace();
        Answer answer = hosts(world.token("bss.read"), trace);
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.json().getString("detail")).isEqualTo("smd doesn't let this caller read its inventory");
        AuditRecord bss = world.bss().audit().ofTrace(trace);
        assertThat(bss.at("/event/outcome")).isEqualTo("failure");
    }

    @Test
    void smdRecordsTheUserWhomItRefuses() {
        String trace = trace();
        Call.to(world.smd().url(), "/hsm/v2/State/Components").header("Authorization", "Bearer " + world.token("bss.read"))
                .header("traceparent", "00-" + trace + "-0000000000000001-01").get();
        AuditRecord smd = world.smd().audit().ofTrace(trace);
        assertThat(smd.at("/event/outcome")).isEqualTo("failure");
        assertThat(smd.at("/event/reason")).isEqualTo("scope missing smd.read");
        assertThat(smd.at("/actor/client_id")).isEqualTo("openchami-cli");
        assertThat(smd.at("/http/response/status_code")).isEqualTo("403");
    }

    @Test
    void aUsersBootScriptIsReadInTheUsersName() {
        String trace = trace();
        Node node = world.tutorial().node(3);
        Answer answer = Call.to(world.bss().url(), "/boot/v1/bootscript?mac=" + node.mac())
                .header("Authorization", "Bearer " + world.token()).header("traceparent", "00-" + trace + "-0000000000000001-01").get();
        assertThat(answer.body()).isEqualTo(world.tutorial().script(node));
        AuditRecord bss = world.bss().audit().ofTrace(trace);
        assertThat(world.smd().audit().ofTransaction(bss.transaction())).isNotEmpty()
                .allSatisfy(entry -> assertThat(entry.at("/origin/id")).isEqualTo("operator"));
    }

    private Answer hosts(String token, String trace) {
        return Call.to(world.bss().url(), "/boot/v1/hosts").header("Authorization", "Bearer " + token)
                .header("traceparent", "00-" + trace + "-0000000000000001-01").get();
    }

    private static String trace() {
        return UUID.randomUUID().toString().replace("-", "");
    }
}
