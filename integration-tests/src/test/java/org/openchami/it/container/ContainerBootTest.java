package org.openchami.it.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openchami.auth.testing.http.Answer;
import org.openchami.auth.testing.http.Call;
import org.openchami.auth.testing.user.UserLogin;

/** The main job, with each of the four as a container: a node that holds no token boots, once. */
@ExtendWith(ContainersThere.class)
class ContainerBootTest {
    private static final Duration WRITTEN_WITHIN = Duration.ofSeconds(20);
    private static ContainerSystem system;
    private static Answer script;

    @BeforeAll
    static void bootOneNode() {
        system = new ContainerSystem();
        system.start();
        String token = UserLogin.token(system.backing().publicUrl(), system.backing().adminUrl());
        post(token, Call.to(system.smd(), "/hsm/v2/State/Components"), TutorialNode.components(), 204);
        post(token, Call.to(system.smd(), "/hsm/v2/Inventory/RedfishEndpoints"), TutorialNode.redfishEndpoint(), 201);
        post(token, Call.to(system.bss(), "/boot/v1/bootparameters"), TutorialNode.bootParameters(), 201);
        script = Call.to(system.bss(), "/boot/v1/bootscript?mac=" + TutorialNode.MAC).header("X-Forwarded-For", TutorialNode.IP).get();
    }

    @AfterAll
    static void stop() {
        if (system != null) {
            system.close();
        }
    }

    @Test
    void aNodeWithoutATokenGetsItsBootScript() {
        assertThat(script.body()).isEqualTo(TutorialNode.bootScript());
        assertThat(script.status()).isEqualTo(200);
    }

    @Test
    void bothServicesRecordWhichNodeAskedInOneTransaction() {
        List<AuditLog.Entry> bss = recorded(system.bssAudit(), "bss");
        List<AuditLog.Entry> smd = recorded(system.smdAudit(), "smd");

        assertThat(bss).hasSize(1);
        assertThat(smd).isNotEmpty()
                .allSatisfy(entry -> assertThat(entry.at("/transaction/id")).isEqualTo(bss.get(0).at("/transaction/id")))
                .allSatisfy(entry -> assertThat(entry.at("/actor/client_id")).isEqualTo("bss"));
        assertThat(bss).allSatisfy(ContainerBootTest::saysWhoAsked);
        assertThat(smd).allSatisfy(ContainerBootTest::saysWhoAsked);
    }

    @Test
    void smdRefusesACallerWithoutAToken() {
        Answer answer = Call.to(system.smd(), "/hsm/v2/State/Components").get();

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"smd\"");
    }

    private static List<AuditLog.Entry> recorded(AuditLog log, String service) {
        return await("audit record of " + service).atMost(WRITTEN_WITHIN)
                .until(() -> log.entries().stream().filter(entry -> entry.at("/purpose").equals("boot.script")).toList(),
                        entries -> !entries.isEmpty());
    }

    private static void saysWhoAsked(AuditLog.Entry entry) {
        assertThat(entry.at("/event/outcome")).isEqualTo("success");
        assertThat(entry.at("/origin/kind")).isEqualTo("node");
        assertThat(entry.at("/origin/id")).isEqualTo(TutorialNode.XNAME);
        assertThat(entry.at("/origin/mac")).isEqualTo(TutorialNode.MAC);
        assertThat(entry.at("/origin/ip")).isEqualTo(TutorialNode.IP);
        assertThat(entry.at("/origin/assurance")).isEqualTo("network");
    }

    private static void post(String token, Call call, Object body, int expected) {
        call.header("Authorization", "Bearer " + token).json("POST", body).expect(expected, "Loading the node");
    }
}
