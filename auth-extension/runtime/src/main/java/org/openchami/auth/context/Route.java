package org.openchami.auth.context;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.Path;

import org.openchami.auth.Purpose;
import org.openchami.auth.RequiresCallContext;

import io.quarkus.security.Authenticated;
import io.quarkus.security.PermissionsAllowed;

/**
 * What a resource method says of itself.
 *
 * @param template its path with its parameters' names, so that records group well and hold nothing a caller wrote
 * @param action the resource and {@code read} or {@code write}: {@code components.read}
 */
public record Route(String template, String action, Optional<String> purpose, boolean requiresContext, boolean open,
        List<String> permissions) {
    private static final List<Class<? extends Annotation>> RULES = List.of(PermitAll.class, DenyAll.class, RolesAllowed.class,
            PermissionsAllowed.class, Authenticated.class);
    private static final List<String> READING = List.of("GET", "HEAD", "OPTIONS");

    /** Why a caller is let in who got this far: for records. */
    public String admits() {
        return open ? "open" : permissions.isEmpty() ? "allowed" : "scope " + String.join(" ", permissions);
    }

    /** @param prefix the path that all resources of the service share */
    public static Route of(Class<?> resource, Method method, String prefix) {
        boolean reads = method.isAnnotationPresent(GET.class) || method.isAnnotationPresent(HEAD.class)
                || method.isAnnotationPresent(OPTIONS.class);
        String template = (prefix + "/" + path(resource.getAnnotation(Path.class)) + "/" + path(method.getAnnotation(Path.class)))
                .replaceAll("/{2,}", "/").replaceAll("(.)/$", "$1");
        // a method's own rule replaces its class's
        boolean own = RULES.stream().anyMatch(method::isAnnotationPresent);
        AnnotatedElement ruled = own ? method : resource;
        PermissionsAllowed permissions = ruled.getAnnotation(PermissionsAllowed.class);
        return new Route(template, action(resource.getSimpleName(), reads), find(resource, method, Purpose.class).map(Purpose::value),
                find(resource, method, RequiresCallContext.class).isPresent(), ruled.isAnnotationPresent(PermitAll.class),
                permissions == null ? List.of() : List.of(permissions.value()));
    }

    /** As far as it is known without its class: for one that is refused before it is matched. */
    public static Route named(String template, String resource, String method, boolean open, List<String> permissions) {
        return new Route(template, action(resource, READING.contains(method)), Optional.empty(), false, open, permissions);
    }

    private static String action(String resource, boolean reads) {
        return resource.replaceFirst("(Resource)?(_Subclass)?$", "").toLowerCase(Locale.ROOT) + (reads ? ".read" : ".write");
    }

    private static <A extends Annotation> Optional<A> find(Class<?> resource, Method method, Class<A> type) {
        A own = method.getAnnotation(type);
        return Optional.ofNullable(own != null ? own : resource.getAnnotation(type));
    }

    private static String path(Path path) {
        return path == null ? "" : path.value();
    }
}
