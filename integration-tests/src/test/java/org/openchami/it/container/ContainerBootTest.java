package org.openchami.it.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;

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
        AuditLog.Entry bss = recorded(system.bssAudit(), "bootscript.read");
        AuditLog.Entry smd = recorded(system.smdAudit(), "components.read");

        assertSaysWhoAskedAndWhy(bss);
        assertSaysWhoAskedAndWhy(smd);
        assertThat(smd.at("/actor/client_id")).isEqualTo("bss");
        assertThat(smd.at("/transaction/id")).isEqualTo(bss.at("/transaction/id"));
    }

    @Test
    void smdRefusesACallerWithoutAToken() {
        Answer answer = Call.to(system.smd(), "/hsm/v2/State/Components").get();

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer realm=\"smd\", resource_metadata=");
    }

    /** Before this one smd was asked whose that MAC is, on behalf of somebody still unknown. */
    private static AuditLog.Entry recorded(AuditLog log, String action) {
        return await(action).atMost(WRITTEN_WITHIN)
                .until(() -> log.entries().stream().filter(entry -> isOf(entry, action)).toList(), found -> found.size() == 1).get(0);
    }

    private static boolean isOf(AuditLog.Entry entry, String action) {
        return entry.at("/event/action").equals(action) && entry.at("/purpose").equals("boot.script");
    }

    private static void assertSaysWhoAskedAndWhy(AuditLog.Entry entry) {
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
