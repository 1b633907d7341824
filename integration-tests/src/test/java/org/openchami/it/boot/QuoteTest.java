package org.openchami.it.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openchami.auth.testing.http.Answer;
import org.openchami.auth.testing.http.Call;
import org.openchami.it.world.RunningService;
import org.openchami.it.world.SharedWorld;
import org.openchami.it.world.World;

/**
 * A quote in a parameter is a character like any other: the answer is the one that another value which is no good gets, and no data is
 * different afterwards. In the paths, {@code *} stands for that value.
 */
@ExtendWith(SharedWorld.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QuoteTest {
    private static final String HARMLESS = "zz";
    private static final String[] QUOTED = {"zz'", "zz' OR '1'='1", "zz'; DROP TABLE components; --", "zz\"", "zz\\' OR 1=1 --"};
    private static final String ANY_TIME = "ts=\\d{10}";
    private final World world;
    private String token;
    private String before;

    QuoteTest(World world) {
        this.world = world;
    }

    @BeforeAll
    void readAllData() {
        token = world.token();
        before = data();
    }

    @AfterAll
    void assertNoDataIsDifferent() {
        assertThat(data()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mac=*", "name=*", "nid=*", "mac=52:54:00:be:ef:01*", "name=x1000c0s0b0n0*", "nid=1*",
            "mac=52:54:00:be:ef:01&arch=*", "mac=52:54:00:be:ef:01&ts=*", "mac=52:54:00:be:ef:01&retry=*", "mac=52:54:00:be:ef:99&arch=*",
            "mac=52:54:00:be:ef:99&ts=*", "mac=52:54:00:be:ef:99&retry=*"})
    void aNodesQuery(String query) {
        assertQuotesAreHarmless(world.bss(), "/boot/v1/bootscript?" + query, null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bootscript?mac=*", "bootscript?name=*", "bootscript?nid=*", "endpoint-history?name=*",
            "endpoint-history?endpoint=*", "bootparameters?mac=*", "bootparameters?name=*", "bootparameters?nid=*", "hosts?mac=*",
            "hosts?name=*", "hosts?nid=*"})
    void anOperatorsQueryOfBss(String query) {
        assertQuotesAreHarmless(world.bss(), "/boot/v1/" + query, token);
    }

    @ParameterizedTest
    @ValueSource(strings = {"id=*", "nid=*", "nid_start=*", "nid_end=*", "type=*", "state=*", "flag=*", "enabled=*", "softwarestatus=*",
            "role=*", "subrole=*", "arch=*", "class=*", "locked=*", "reservation_disabled=*",
            "stateonly=*", "unheard-of=*"})
    void aFilterOfComponents(String query) {
        assertQuotesAreHarmless(world.smd(), "/hsm/v2/State/Components?" + query, token);
    }

    @ParameterizedTest
    @ValueSource(strings = {"subtype", "group", "partition"})
    void aFilterThatTakesNothingButAName(String parameter) {
        for (String quoted : QUOTED) {
            assertThat(get(world.smd(), "/hsm/v2/State/Components?" + parameter + "=*", quoted, token).status()).as(quoted).isEqualTo(400);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"State/Components/*", "State/Components/ByNID/*", "Inventory/EthernetInterfaces/*",
            "Inventory/RedfishEndpoints/*", "Inventory/ComponentEndpoints/*"})
    void aNameInAPath(String path) {
        Answer harmless = get(world.smd(), "/hsm/v2/" + path, HARMLESS, token);
        Answer quoted = get(world.smd(), "/hsm/v2/" + path, "zz'", token);
        assertThat(quoted.status()).isEqualTo(harmless.status()).isBetween(400, 404);
        assertThat(plain(quoted, "zz'")).isEqualTo(plain(harmless, HARMLESS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"EthernetInterfaces?id=*", "EthernetInterfaces?MACAddress=*", "EthernetInterfaces?IPAddress=*",
            "EthernetInterfaces?Network=*", "EthernetInterfaces?ComponentID=*", "EthernetInterfaces?Type=*",
            "EthernetInterfaces?OlderThan=*", "EthernetInterfaces?NewerThan=*", "RedfishEndpoints?id=*", "RedfishEndpoints?fqdn=*",
            "RedfishEndpoints?type=*", "RedfishEndpoints?uuid=*", "RedfishEndpoints?macaddr=*", "RedfishEndpoints?ipaddress=*",
            "RedfishEndpoints?laststatus=*", "ComponentEndpoints?id=*", "ComponentEndpoints?type=*", "ComponentEndpoints?redfish_ep=*"})
    void aFilterOfTheInventory(String query) {
        assertQuotesAreHarmless(world.smd(), "/hsm/v2/Inventory/" + query, token);
    }

    private void assertQuotesAreHarmless(RunningService service, String path, String bearer) {
        Answer harmless = get(service, path, HARMLESS, bearer);
        assertThat(harmless.status()).isLessThan(500);
        for (String quoted : QUOTED) {
            Answer answer = get(service, path, quoted, bearer);
            assertThat(answer.status()).as(quoted).isEqualTo(harmless.status());
            assertThat(plain(answer, quoted)).as(quoted).isEqualTo(plain(harmless, HARMLESS));
        }
    }

    private static Answer get(RunningService service, String path, String value, String bearer) {
        Call call = Call.to(service.url(), path.replace("*", Call.encoded(value)));
        return (bearer == null ? call : call.header("Authorization", "Bearer " + bearer)).get();
    }

    /** What is said back of the value, as it is or encoded, and the time, are alike. */
    private static String plain(Answer answer, String value) {
        String json = value.replace("\\", "\\\\").replace("\"", "\\\"");
        return answer.body().replaceAll(ANY_TIME, "ts=").replace(json, "*").replace(value, "*").replace(Call.encoded(value), "*")
                .replace(Call.encoded(value).replace("+", "%20"), "*").toLowerCase(Locale.ROOT);
    }

    private String data() {
        StringBuilder all = new StringBuilder();
        for (String path : new String[]{"State/Components", "Inventory/EthernetInterfaces", "Inventory/RedfishEndpoints",
                "Inventory/ComponentEndpoints"}) {
            all.append(get(world.smd(), "/hsm/v2/" + path, "", token).expect(200, path).body()).append('\n');
        }
        return all.append(get(world.bss(), "/boot/v1/bootparameters", "", token).expect(200, "bootparameters").body()).toString();
    }
}
