package org.openchami.smd.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

@QuarkusTest
class EthernetInterfacesTest extends Inventory {

    private static final String FIRST = "{\"MACAddress\":\"52:54:00:BE:EF:01\",\"ComponentID\":\"x1000c0s0b0n0\",\"Description\":\"eth0\","
            + "\"IPAddresses\":[{\"IPAddress\":\"172.16.0.1\",\"Network\":\"management\"},{\"IPAddress\":\"10.0.0.1\"}]}";
    private static final String SECOND = "{\"MACAddress\":\"52-54-00-be-ef-02\"}";

    @Test
    void anEmptyInventoryIsAnEmptyArray() {
        assertThat(get(INTERFACES).body()).isEqualTo("[]");
    }

    @Test
    void creatingAnswersWhereItIs() {
        HttpResponse<String> answer = post(INTERFACES, FIRST);
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValue("Location")).contains("/hsm/v2/Inventory/EthernetInterfaces/525400beef01");
        assertThat(answer.body()).isEqualTo("{\"URI\":\"/hsm/v2/Inventory/EthernetInterfaces/525400beef01\"}");
    }

    @Test
    void anInterfaceIsShownWithAllItsKeys() {
        Instant before = Instant.now().minusSeconds(1);
        post(INTERFACES, FIRST);
        JsonObject shown = object(INTERFACES + "/525400BEEF01");
        assertThat(Instant.parse((String) shown.remove("LastUpdate"))).isAfter(before);
        assertThat(shown.encode()).isEqualTo("{\"ID\":\"525400beef01\",\"Description\":\"eth0\",\"MACAddress\":\"52:54:00:be:ef:01\","
                + "\"ComponentID\":\"x1000c0s0b0n0\",\"Type\":\"Node\",\"IPAddresses\":[{\"IPAddress\":\"172.16.0.1\",\"Network\":\"management\"},"
                + "{\"IPAddress\":\"10.0.0.1\"}]}");
    }

    @Test
    void onlyTheMacAddressIsNeeded() {
        assertThat(post(INTERFACES, SECOND).statusCode()).isEqualTo(201);
        JsonObject shown = new JsonArray(get(INTERFACES).body()).getJsonObject(0);
        shown.remove("LastUpdate");
        assertThat(shown.encode()).isEqualTo("{\"ID\":\"525400beef02\",\"Description\":\"\",\"MACAddress\":\"52:54:00:be:ef:02\","
                + "\"ComponentID\":\"\",\"Type\":\"\",\"IPAddresses\":[]}");
    }

    @Test
    void theSameMacAddressIsAConflictHoweverWritten() {
        post(INTERFACES, FIRST);
        HttpResponse<String> answer = post(INTERFACES, "{\"MACAddress\":\"525400BEEF01\"}");
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).isEqualTo(problem(409, "Conflict",
                "operation would conflict with an existing component ethernet interface that has the same MAC address."));
    }

    @Test
    void whatIsNotValidIsRefused() {
        refused("{}", "MAC string has invalid length");
        refused("{\"MACAddress\":\"52:54:00:be:ef\"}", "MAC string has invalid length");
        refused("{\"MACAddress\":\"52:54:00:be:ef:xx\"}", "MAC string has characters other than hexadecimal digits");
        refused("{\"MACAddress\":\"52:54:00:be:ef:01\",\"ComponentID\":\"node1\"}", "Invalid CompEthInterface component ID");
        refused("{\"MACAddress\":\"52:54:00:be:ef:01\",\"IPAddresses\":[{}]}", "Invalid CompEthInterface IP Address");
        assertThat(get(INTERFACES).body()).isEqualTo("[]");
    }

    @Test
    void malformedJsonIsAServerError() {
        assertThat(post(INTERFACES, "{").statusCode()).isEqualTo(500);
    }

    @Test
    void anUnknownOneIsNotFound() {
        assertThat(get(INTERFACES + "/525400BEEF01").body())
                .isEqualTo(problem(404, "Not Found", "No such component ethernet interface: 525400beef01"));
        assertThat(delete(INTERFACES + "/525400beef01").body())
                .isEqualTo(problem(404, "Not Found", "no such component ethernet interface."));
    }

    @Test
    void oneIsDeletedWithItsAddresses() {
        post(INTERFACES, FIRST);
        post(INTERFACES, SECOND);
        assertThat(delete(INTERFACES + "/525400BEEF01").body()).isEqualTo("{\"code\":0,\"message\":\"deleted 1 entry\"}");
        assertThat(ids(INTERFACES)).containsExactly("525400beef02");
        assertThat(post(INTERFACES, FIRST).statusCode()).isEqualTo(201);
    }

    @Test
    void allAreDeleted() {
        post(INTERFACES, FIRST);
        post(INTERFACES, SECOND);
        assertThat(delete(INTERFACES).body()).isEqualTo("{\"code\":0,\"message\":\"deleted 2 entries\"}");
        assertThat(delete(INTERFACES).body()).isEqualTo(problem(404, "Not Found", "no entries to delete"));
    }

    @Test
    void eachAttributeCanBeAskedFor() {
        post(INTERFACES, FIRST);
        post(INTERFACES, SECOND);
        for (String query : new String[]{"ID=525400BEEF01", "MACAddress=52:54:00:BE:EF:01", "IPAddress=10.0.0.1",
                "IPAddress=172.16.0.1&IPAddress=1.1.1.1",
                "Network=management", "ComponentID=X1000c0s0b0n0", "Type=node", "type=Node&ipaddress=10.0.0.1&network=management"}) {
            assertThat(ids(INTERFACES + "?" + query)).as(query).containsExactly("525400beef01");
        }
        assertThat(ids(INTERFACES + "?ComponentID=")).containsExactly("525400beef02");
        assertThat(ids(INTERFACES + "?MACAddress=525400beef01")).isEmpty();
    }

    @Test
    void allAddressesAreShownOfAnInterfaceThatWasAskedForByOne() {
        post(INTERFACES, FIRST);
        assertThat(new JsonArray(get(INTERFACES + "?IPAddress=10.0.0.1").body()).getJsonObject(0).getJsonArray("IPAddresses")).hasSize(2);
    }

    @Test
    void theAgeCanBeAskedFor() {
        post(INTERFACES, FIRST);
        assertThat(ids(INTERFACES + "?NewerThan=2020-01-01T00:00:00Z")).hasSize(1);
        assertThat(ids(INTERFACES + "?OlderThan=2020-01-01T00:00:00Z")).isEmpty();
        assertThat(ids(INTERFACES + "?OlderThan=2999-01-01T00:00:00%2B01:00")).hasSize(1);
    }

    @Test
    void aValueThatCannotBeIsRefused() {
        assertThat(get(INTERFACES + "?OlderThan=yesterday").body())
                .isEqualTo(problem(400, "Bad Request", "bad query param: Argument was not in a valid RFC3339 time format"));
        assertThat(get(INTERFACES + "?ComponentID=node1").body()).isEqualTo(problem(400, "Bad Request", "Invalid CompID."));
        assertThat(get(INTERFACES + "?Type=Toaster").body()).isEqualTo(problem(400, "Bad Request", "Invalid HMS type."));
        assertThat(get(INTERFACES + "?MACAddress=").body())
                .isEqualTo(problem(400, "Bad Request", "Invalid component ethernet interface MAC address."));
        assertThat(get(INTERFACES + "?ID=").body()).isEqualTo(problem(400, "Bad Request", "Invalid component ethernet interface ID."));
    }

    private void refused(String body, String why) {
        assertThat(post(INTERFACES, body).body()).as(body).isEqualTo(problem(400, "Bad Request", why));
    }
}
