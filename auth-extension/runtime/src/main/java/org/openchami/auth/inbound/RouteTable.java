package org.openchami.auth.inbound;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import jakarta.inject.Singleton;

import org.jboss.resteasy.reactive.server.mapping.RequestMapper;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper.RequestPath;
import org.jboss.resteasy.reactive.server.mapping.URITemplate;
import org.openchami.auth.context.Route;

/**
 * All routes of the service, as its build wrote them down: which of them are open to anybody, and which scopes there are. It is asked before the
 * resources are, and so must never call a route open that is not; what it calls open is judged again by the resource's own rule.
 */
@Singleton
public class RouteTable {
    /** Written by the build: one route a line. */
    public static final String FILE = "META-INF/openchami-auth/routes";
    /** Stands for the method where a path leads to a sub-resource, which has rules of its own. */
    public static final String LOCATOR = "*";
    private static final String HEAD = "HEAD";

    private final Map<String, RequestMapper<Route>> open = new HashMap<>();
    private final Map<String, RequestMapper<Route>> guarded = new HashMap<>();
    private final List<PathPolicies.OpenRoute> openRoutes = new ArrayList<>();
    private final Set<String> scopes = new TreeSet<>();

    RouteTable() {
        this(read());
    }

    RouteTable(List<String> lines) {
        Map<String, ArrayList<RequestPath<Route>>> ofAnybody = new HashMap<>();
        Map<String, ArrayList<RequestPath<Route>>> ofSome = new HashMap<>();
        for (String line : lines) {
            String[] parts = line.split("\t", -1);
            List<String> permissions = parts[4].isEmpty() ? List.of() : List.of(parts[4].split(" "));
            boolean locator = parts[0].equals(LOCATOR);
            Route route = Route.named(parts[1], parts[2], parts[0], Boolean.parseBoolean(parts[3]), permissions);
            scopes.addAll(permissions);
            if (route.open()) {
                openRoutes.add(new PathPolicies.OpenRoute(parts[0], parts[1]));
            }
            (route.open() || locator ? ofAnybody : ofSome).computeIfAbsent(parts[0], method -> new ArrayList<>())
                    .add(new RequestPath<>(locator, new URITemplate(parts[1], locator), route));
        }
        ofAnybody.forEach((method, paths) -> open.put(method, new RequestMapper<>(paths)));
        ofSome.forEach((method, paths) -> guarded.put(method, new RequestMapper<>(paths)));
    }

    private static List<String> read() {
        try (InputStream lines = Thread.currentThread().getContextClassLoader().getResourceAsStream(FILE)) {
            return lines == null ? List.of() : new String(lines.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For the build. */
    public static String line(String method, String template, String resource, boolean open, List<String> permissions) {
        return String.join("\t", method, template, resource, Boolean.toString(open), String.join(" ", permissions));
    }

    /** Whether anybody may ask this: a route is open to all, or there is nothing at its path that is not, whatever the method. */
    boolean open(String method, String path) {
        return at(open, method, path).isPresent() || at(open, LOCATOR, path).isPresent() || open.keySet().stream()
                .anyMatch(other -> at(open, other, path).isPresent())
                && guarded.keySet().stream().allMatch(other -> at(guarded, other, path).isEmpty());
    }

    /** The route that this is, if it is none that is open to all. */
    Optional<Route> guarded(String method, String path) {
        return at(guarded, method, path);
    }

    List<PathPolicies.OpenRoute> openRoutes() {
        return openRoutes;
    }

    /** Every scope that some route asks for. */
    Set<String> scopes() {
        return Set.copyOf(scopes);
    }

    private static Optional<Route> at(Map<String, RequestMapper<Route>> routes, String method, String path) {
        RequestMapper<Route> mapper = routes.get(method);
        var match = mapper == null ? null : mapper.map(path);
        if (match == null) {
            return HEAD.equals(method) ? at(routes, "GET", path) : Optional.empty();
        }
        return Optional.of(match.value);
    }
}
