package org.openchami.auth.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.openchami.auth.context.Route;

class RouteTableTest {
    private final RouteTable table = new RouteTable(List.of(line("GET", "/a/open", true), line("GET", "/a/{id}", true),
            line("GET", "/a/closed", false, "a.read"), line("POST", "/a/{id}", false, "a.write", "a.admin"),
            line("GET", "/files/{path:.+}", true), line("GET", "/b", false), line(RouteTable.LOCATOR, "/sub/{id}", false)));

    private static String line(String method, String template, boolean open, String... permissions) {
        return RouteTable.line(method, template, "ThingsResource", open, List.of(permissions));
    }

    @Test
    void anOpenRouteIsOpenAlsoWithASlashAtItsEndAndForItsHead() {
        assertThat(table.open("GET", "/a/open")).isTrue();
        assertThat(table.open("GET", "/a/open/")).isTrue();
        assertThat(table.open("HEAD", "/a/open")).isTrue();
        assertThat(table.open("GET", "/a/7")).isTrue();
        assertThat(table.open("GET", "/files/x/y.txt")).isTrue();
    }

    @Test
    void whatIsBelowAnOpenRouteIsNotOpen() {
        assertThat(table.open("GET", "/a/7/8")).isFalse();
        assertThat(table.open("GET", "/a/open/x")).isFalse();
        assertThat(table.open("GET", "/a")).isFalse();
    }

    @Test
    void anotherMethodIsOpenOnlyWhereNothingIsGuarded() {
        assertThat(table.open("OPTIONS", "/a/7")).isFalse();
        assertThat(table.open("POST", "/a/7")).isFalse();
        assertThat(table.open("BREW", "/files/x")).isTrue();
    }

    @Test
    void whatNobodyServesIsNotOpen() {
        assertThat(table.open("GET", "/c")).isFalse();
        assertThat(table.open("GET", "/")).isFalse();
        assertThat(table.open("GET", "/b")).isFalse();
    }

    @Test
    void aSubResourceJudgesForItself() {
        assertThat(table.open("GET", "/sub/7")).isTrue();
        assertThat(table.open("PUT", "/sub/7/deep/below")).isTrue();
    }

    @Test
    void aGuardedRouteIsKnownByItsTemplate() {
        Route route = table.guarded("POST", "/a/7").orElseThrow();
        assertThat(route.template()).isEqualTo("/a/{id}");
        assertThat(route.action()).isEqualTo("things.write");
        assertThat(route.permissions()).containsExactly("a.write", "a.admin");
    }

    @Test
    void allScopesAreCollected() {
        assertThat(table.scopes()).containsExactlyInAnyOrder("a.read", "a.write", "a.admin");
    }
}
