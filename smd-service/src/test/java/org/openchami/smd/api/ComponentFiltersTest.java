package org.openchami.smd.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;

@QuarkusTest
class ComponentFiltersTest extends Inventory {

    private static final String BMC = "x0c0s0b0";
    private static final String FIRST = "x0c0s0b0n0";
    private static final String SECOND = "x0c0s0b0n1";
    private static final String THIRD = "x0c0s1b0n0";

    @BeforeEach
    void fill() {
        postComponents("\"ID\":\"x0c0s0b0\",\"State\":\"On\"",
                "\"ID\":\"x0c0s0b0n0\",\"State\":\"On\",\"NID\":1,\"Arch\":\"X86\"",
                "\"ID\":\"x0c0s0b0n1\",\"State\":\"Off\",\"NID\":2,\"Role\":\"Service\",\"SubRole\":\"Worker\",\"Flag\":\"Alert\",\"Class\":\"Hill\"",
                "\"ID\":\"x0c0s1b0n0\",\"State\":\"Ready\",\"NID\":3,\"Enabled\":false,\"SoftwareStatus\":\"fine\",\"Subtype\":\"s1\",\"Locked\":true");
    }

    @Test
    void withoutParametersAllAreListed() {
        assertThat(ids(COMPONENTS)).containsExactly(BMC, FIRST, SECOND, THIRD);
    }

    @Test
    void eachAttributeCanBeAskedFor() {
        assertThat(ids(COMPONENTS + "?id=" + FIRST)).containsExactly(FIRST);
        assertThat(ids(COMPONENTS + "?type=NodeBMC")).containsExactly(BMC);
        assertThat(ids(COMPONENTS + "?state=Ready")).containsExactly(THIRD);
        assertThat(ids(COMPONENTS + "?flag=Alert")).containsExactly(SECOND);
        assertThat(ids(COMPONENTS + "?enabled=false")).containsExactly(THIRD);
        assertThat(ids(COMPONENTS + "?softwarestatus=fine")).containsExactly(THIRD);
        assertThat(ids(COMPONENTS + "?role=Service")).containsExactly(SECOND);
        assertThat(ids(COMPONENTS + "?subrole=Worker")).containsExactly(SECOND);
        assertThat(ids(COMPONENTS + "?subtype=s1")).containsExactly(THIRD);
        assertThat(ids(COMPONENTS + "?arch=X86")).containsExactly(FIRST);
        assertThat(ids(COMPONENTS + "?class=Hill")).containsExactly(SECOND);
        assertThat(ids(COMPONENTS + "?locked=true")).containsExactly(THIRD);
        assertThat(ids(COMPONENTS + "?reservation_disabled=true")).isEmpty();
        assertThat(ids(COMPONENTS + "?nid=2")).containsExactly(SECOND);
    }

    @Test
    void namesAndValuesAreTheSameInAnyCase() {
        assertThat(ids(COMPONENTS + "?TYPE=node&State=oN")).containsExactly(FIRST);
    }

    @Test
    void aNameIsNormalized() {
        assertThat(ids(COMPONENTS + "?id=X0C0S00B0N0")).containsExactly(FIRST);
    }

    @Test
    void repeatedParametersAddUp() {
        assertThat(ids(COMPONENTS + "?state=On&state=Off&type=Node")).containsExactly(FIRST, SECOND);
    }

    @Test
    void anExclamationMarkExcludes() {
        assertThat(ids(COMPONENTS + "?type=!NodeBMC&state=!On&state=!Off")).containsExactly(THIRD);
    }

    @Test
    void nidsCanBeAskedForByRange() {
        assertThat(ids(COMPONENTS + "?nid_start=2")).containsExactly(SECOND, THIRD);
        assertThat(ids(COMPONENTS + "?nid_end=2")).containsExactly(FIRST, SECOND);
        assertThat(ids(COMPONENTS + "?nid_start=2&nid_end=2&nid=3")).containsExactly(SECOND, THIRD);
    }

    @Test
    void anEmptyValueFindsNothingOfItsKind() {
        assertThat(ids(COMPONENTS + "?type=")).isEmpty();
    }

    @Test
    void unknownParametersAreIgnored() {
        assertThat(ids(COMPONENTS + "?colour=red&stateonly=perhaps")).hasSize(4);
    }

    @Test
    void anUnknownComponentGroupOrPartitionFindsNothing() {
        assertThat(ids(COMPONENTS + "?id=x9c0s0b0n0")).isEmpty();
        assertThat(ids(COMPONENTS + "?group=blue")).isEmpty();
        assertThat(ids(COMPONENTS + "?partition=p1")).isEmpty();
    }

    @Test
    void withoutGroupsAllAreInNone() {
        assertThat(ids(COMPONENTS + "?group=NULL&type=node")).containsExactly(FIRST, SECOND, THIRD);
    }

    @Test
    void aValueThatCannotBeIsRefused() {
        refused("id=node1", "Argument was not a valid xname ID");
        refused("type=Toaster", "Argument was not a valid HMS Type");
        refused("state=Broken", "Argument was not a valid HMS State");
        refused("flag=Red", "Argument was not a valid HMS Flag");
        refused("role=Cook", "Argument was not a valid HMS Role");
        refused("subrole=Cook", "Argument was not a valid HMS SubRole");
        refused("arch=Z80", "Argument was not a valid HMS Arch");
        refused("class=Valley", "Argument was not a valid HMS Class");
        refused("subtype=a-b", "Argument was not a valid HMS Subtype");
        refused("enabled=perhaps", "a required argument did not match any valid input");
        refused("nid=one", "a required argument was not an integer");
        refused("nid_start=one", "a required argument was not an integer");
        refused("group=!blue", "no such group");
        refused("partition=!p1", "no such partition");
    }

    @Test
    void onlySomeFieldsCanBeAskedFor() {
        String one = COMPONENTS + "?id=" + SECOND;
        assertThat(get(one + "&stateonly=true").body())
                .isEqualTo("{\"Components\":[{\"ID\":\"x0c0s0b0n1\",\"Type\":\"Node\",\"State\":\"Off\",\"Flag\":\"Alert\"}]}");
        assertThat(get(one + "&flagOnly=1").body())
                .isEqualTo("{\"Components\":[{\"ID\":\"x0c0s0b0n1\",\"Type\":\"Node\",\"Flag\":\"Alert\"}]}");
        assertThat(get(one + "&roleonly=t").body())
                .isEqualTo("{\"Components\":[{\"ID\":\"x0c0s0b0n1\",\"Type\":\"Node\",\"Role\":\"Service\",\"SubRole\":\"Worker\"}]}");
        assertThat(get(one + "&nidonly=True").body()).isEqualTo("{\"Components\":[{\"ID\":\"x0c0s0b0n1\",\"Type\":\"Node\",\"NID\":2}]}");
    }

    private void refused(String query, String why) {
        assertThat(new JsonObject(get(COMPONENTS + "?" + query).body())).as(query)
                .isEqualTo(new JsonObject(problem(400, "Bad Request", "bad query param: " + why)));
    }
}
