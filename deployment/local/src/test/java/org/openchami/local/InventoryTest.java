package org.openchami.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

class InventoryTest {
    private final Inventory inventory = new Inventory(Tutorial.load().nodes());

    @Test
    void aNodeIsAComponentWithItsNumber() {
        JsonNode second = json(inventory.components()).at("/Components/1");
        assertThat(second).isEqualTo(json("""
                {"ID":"x1000c0s0b1n0","Type":"Node","State":"On","Enabled":true,"NID":2}"""));
    }

    @Test
    void aBmcIsTheNodesNameWithoutItsLastPart() {
        assertThat(json(inventory.redfishEndpoints()).findValuesAsText("ID")).containsExactly("x1000c0s0b0", "x1000c0s0b1", "x1000c0s0b2",
                "x1000c0s0b3", "x1000c0s0b4");
    }

    @Test
    void aBmcBringsItsNodesInterfaceAndItsOwn() {
        JsonNode bmc = json(inventory.redfishEndpoints()).get(1);
        assertThat(bmc.at("/SchemaVersion").asInt()).isEqualTo(1);
        assertThat(bmc.at("/Systems/0/ethernet_interfaces/0/mac").asText()).isEqualTo("52:54:00:be:ef:02");
        assertThat(bmc.at("/Systems/0/ethernet_interfaces/0/ip").asText()).isEqualTo("172.16.0.2");
        assertThat(bmc.at("/Managers/0/ethernet_interfaces/0/mac").asText()).isEqualTo("de:ca:fc:0f:fe:e2");
        assertThat(bmc.at("/Managers/0/ethernet_interfaces/0/ip").asText()).isEqualTo("172.16.0.102");
    }

    @Test
    void loadingTwiceSendsTheSame() {
        assertThat(json(inventory.redfishEndpoints())).isEqualTo(json(new Inventory(Tutorial.load().nodes()).redfishEndpoints()));
    }

    private static JsonNode json(Object value) {
        return new ObjectMapper().valueToTree(value);
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
