package org.openchami.auth.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.junit.jupiter.api.Test;
import org.openchami.auth.Purpose;
import org.openchami.auth.RequiresCallContext;

import io.quarkus.security.PermissionsAllowed;

class RouteTest {

    @Path("State/Components/")
    @RequiresCallContext
    @Purpose("inventory")
    static class ComponentsResource {
        @GET
        @PermissionsAllowed("smd.read")
        void list() {}

        @GET
        @Path("/{xname}")
        @PermissionsAllowed("smd.read")
        @Purpose("one")
        void one() {}

        @POST
        @PermissionsAllowed({"smd.write", "smd.admin"})
        void add() {}

        @DELETE
        @PermitAll
        void clear() {}

        void bare() {}
    }

    @Path("/")
    @PermissionsAllowed("root.read")
    static class Root {
        @GET
        void get() {}

        @GET
        @PermitAll
        @Path("open")
        void open() {}
    }

    @PermitAll
    static class Open {
        @GET
        void get() {}
    }

    private static Route route(Class<?> resource, String method) {
        return Route.of(resource, Arrays.stream(resource.getDeclaredMethods()).filter(one -> one.getName().equals(method)).findFirst()
                .orElseThrow(), "/hsm/v2");
    }

    @Test
    void theTemplateIsPrefixClassAndMethodPathWithSingleSlashes() {
        assertThat(route(ComponentsResource.class, "list").template()).isEqualTo("/hsm/v2/State/Components");
        assertThat(route(ComponentsResource.class, "one").template()).isEqualTo("/hsm/v2/State/Components/{xname}");
        assertThat(route(Root.class, "get").template()).isEqualTo("/hsm/v2");
    }

    @Test
    void theActionIsTheResourceAndWhetherItReads() {
        assertThat(route(ComponentsResource.class, "list").action()).isEqualTo("components.read");
        assertThat(route(ComponentsResource.class, "add").action()).isEqualTo("components.write");
        assertThat(route(ComponentsResource.class, "clear").action()).isEqualTo("components.write");
        assertThat(route(Root.class, "get").action()).isEqualTo("root.read");
    }

    @Test
    void whatTheMethodSaysWinsOverWhatTheClassSays() {
        assertThat(route(ComponentsResource.class, "one").purpose()).contains("one");
        assertThat(route(ComponentsResource.class, "list").purpose()).contains("inventory");
    }

    @Test
    void aRequirementOfTheClassHoldsForItsMethods() {
        assertThat(route(ComponentsResource.class, "list").requiresContext()).isTrue();
        assertThat(route(Root.class, "get").requiresContext()).isFalse();
    }

    @Test
    void thePermissionsAreThoseOfTheMethodOrElseOfTheClass() {
        assertThat(route(ComponentsResource.class, "add").permissions()).containsExactly("smd.write", "smd.admin");
        assertThat(route(Root.class, "get").permissions()).containsExactly("root.read");
        assertThat(route(ComponentsResource.class, "bare").permissions()).isEmpty();
    }

    @Test
    void aMethodOpenToAnybodyIsOpen() {
        assertThat(route(ComponentsResource.class, "clear").open()).isTrue();
        assertThat(route(ComponentsResource.class, "list").open()).isFalse();
        assertThat(route(Root.class, "open").open()).isTrue();
    }

    @Test
    void aClassOpenToAnybodyIsOpen() {
        assertThat(route(Open.class, "get").open()).isTrue();
    }
}
