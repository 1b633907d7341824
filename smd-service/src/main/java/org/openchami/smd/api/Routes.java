package org.openchami.smd.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** All paths there are and what each allows. Anything else is refused here, in the same words whoever asks: 404, or 405 with {@code Allow}. */
class Routes {

    private static final List<String> READ = List.of("GET");
    private static final List<String> READ_CREATE = List.of("GET", "POST");
    private static final List<String> READ_DELETE = List.of("GET", "DELETE");
    private static final List<String> READ_CREATE_DELETE = List.of("GET", "POST", "DELETE");

    private static final Map<Pattern, List<String>> ALLOWED = Map.ofEntries(
            route("/service/ready", READ),
            route("/service/liveness", READ),
            route("/State/Components", READ_CREATE_DELETE),
            route("/State/Components/[^/]+", READ_DELETE),
            route("/State/Components/ByNID/[^/]+", READ),
            route("/Inventory/EthernetInterfaces", READ_CREATE_DELETE),
            route("/Inventory/EthernetInterfaces/[^/]+", READ_DELETE),
            route("/Inventory/RedfishEndpoints", READ_CREATE),
            route("/Inventory/RedfishEndpoints/[^/]+", READ),
            route("/Inventory/ComponentEndpoints", READ),
            route("/Inventory/ComponentEndpoints/[^/]+", READ));

    @ServerRequestFilter(preMatching = true)
    Optional<Response> refuse(ContainerRequestContext request) {
        String path = request.getUriInfo().getPath();
        for (Map.Entry<Pattern, List<String>> route : ALLOWED.entrySet()) {
            if (route.getKey().matcher(path).matches()) {
                return route.getValue().contains(request.getMethod()) ? Optional.empty() : Optional.of(notAllowed(route.getValue()));
            }
        }
        return Optional
                .of(Response.status(404).type(MediaType.TEXT_PLAIN_TYPE.withCharset("utf-8")).entity(UnknownPath.TEXT).build());
    }

    private static Response notAllowed(List<String> allowed) {
        String methods = String.join(",", allowed);
        return Response.fromResponse(Answer.problem(405, "allow " + methods)).header("Allow", methods).build();
    }

    private static Map.Entry<Pattern, List<String>> route(String path, List<String> methods) {
        return Map.entry(Pattern.compile("/?" + path.substring(1) + "/?"), methods);
    }
}
