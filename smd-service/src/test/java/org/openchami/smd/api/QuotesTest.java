package org.openchami.smd.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

/** What a caller writes is a value, never a part of a statement: it finds what it says, which is nothing, and changes nothing. */
@QuarkusTest
class QuotesTest extends Inventory {

    private static final List<String> ATTACKS = List.of("'", "''", "\"", "x' or '1'='1", "1; drop table components; --", "\\'", "%27",
            "') or 1=1 --", "*");
    private static final Map<String, List<String>> PARAMETERS = Map.of(
            COMPONENTS,
            List.of("id", "type", "state", "flag", "enabled", "softwarestatus", "role", "subrole", "subtype", "arch", "class", "nid",
                    "nid_start", "nid_end", "group", "partition", "locked", "reservation_disabled"),
            INTERFACES, List.of("id", "macaddress", "ipaddress", "network", "olderthan", "newerthan", "componentid", "type"),
            REDFISH_ENDPOINTS, List.of("id", "fqdn", "type", "uuid", "macaddr", "ipaddress", "laststatus"),
            COMPONENT_ENDPOINTS, List.of("id", "type", "redfish_ep"));

    private Map<String, String> before;

    @BeforeEach
    void fill() {
        postComponents("\"ID\":\"x0c0s1b0n0\",\"State\":\"On\"");
        post(INTERFACES, "{\"MACAddress\":\"52:54:00:be:ef:01\"}");
        post(REDFISH_ENDPOINTS, "{\"ID\":\"x0c0s0b0\"}");
        before = everything();
    }

    @Test
    void aQuoteInAParameterFindsAndChangesNothing() {
        PARAMETERS.forEach((path, names) -> names.forEach(name -> ATTACKS.forEach(attack -> {
            var answer = get(path + "?" + name + "=" + encode(attack));
            assertThat(answer.statusCode()).as(path + " " + name + " " + attack).isIn(200, 400);
            if (answer.statusCode() == 200) {
                assertThat(answer.body()).as(path + " " + name + " " + attack).doesNotContain("\"ID\"");
            }
        })));
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void aQuoteInAPathFindsAndChangesNothing() {
        for (String path : List.of(COMPONENTS, COMPONENTS + "/ByNID", INTERFACES, REDFISH_ENDPOINTS, COMPONENT_ENDPOINTS)) {
            for (String attack : ATTACKS) {
                assertThat(get(path + "/" + encode(attack)).statusCode()).as(path + " " + attack).isIn(400, 404);
                assertThat(delete(path + "/" + encode(attack)).statusCode()).as(path + " " + attack).isIn(400, 404, 405);
            }
        }
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void aQuoteInABodyIsStoredAsItIs() {
        post(INTERFACES,
                "{\"MACAddress\":\"52:54:00:be:ef:02\",\"Description\":\"it's; drop table components\",\"IPAddresses\":[{\"IPAddress\":\"'\"}]}");
        assertThat(object(INTERFACES + "/525400beef02").getString("Description")).isEqualTo("it's; drop table components");
        assertThat(ids(INTERFACES + "?ipaddress=%27")).containsExactly("525400beef02");
    }

    @Test
    void aCharacterThatCannotBeStoredIsRefused() {
        assertThat(get(INTERFACES + "?network=%00").statusCode()).isEqualTo(400);
        assertThat(post(INTERFACES, "{\"MACAddress\":\"52:54:00:be:ef:02\",\"Description\":\"\\u0000\"}").statusCode()).isEqualTo(400);
    }

    private Map<String, String> everything() {
        return Map.of(COMPONENTS, get(COMPONENTS).body(), INTERFACES, get(INTERFACES).body(), REDFISH_ENDPOINTS,
                get(REDFISH_ENDPOINTS).body(),
                COMPONENT_ENDPOINTS, get(COMPONENT_ENDPOINTS).body());
    }
}
