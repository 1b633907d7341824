package org.openchami.auth.deployment;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;

import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.MethodInfo;
import org.openchami.auth.deployment.ServiceRoutesBuildItem.ServiceRoute;
import org.openchami.auth.inbound.RouteTable;

import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.GeneratedResourceBuildItem;
import io.quarkus.deployment.builditem.nativeimage.NativeImageResourceBuildItem;
import io.quarkus.resteasy.reactive.server.deployment.ResteasyReactiveDeploymentBuildItem;
import io.quarkus.resteasy.reactive.server.deployment.ResteasyReactiveResourceMethodEntriesBuildItem;
import io.quarkus.resteasy.reactive.server.deployment.ResteasyReactiveResourceMethodEntriesBuildItem.Entry;
import io.quarkus.security.Authenticated;
import io.quarkus.security.PermissionsAllowed;
import io.quarkus.vertx.http.deployment.HttpRootPathBuildItem;

/** Writes down every route of the service and who may use it, so that at run time nobody has to ask the resources. */
class RouteTableProcessor {
    private static final DotName PERMIT_ALL = DotName.createSimple(PermitAll.class);
    private static final DotName PERMISSIONS = DotName.createSimple(PermissionsAllowed.class);
    private static final DotName SEVERAL_PERMISSIONS = DotName.createSimple(PermissionsAllowed.List.class);
    private static final List<DotName> RULES = List.of(PERMIT_ALL, PERMISSIONS, SEVERAL_PERMISSIONS, DotName.createSimple(DenyAll.class),
            DotName.createSimple(RolesAllowed.class), DotName.createSimple(Authenticated.class));

    @BuildStep
    ServiceRoutesBuildItem find(Optional<ResteasyReactiveResourceMethodEntriesBuildItem> methods,
            Optional<ResteasyReactiveDeploymentBuildItem> rest, HttpRootPathBuildItem root) {
        String prefix = root.getRootPath() + "/" + rest.map(ResteasyReactiveDeploymentBuildItem::getApplicationPath).orElse("");
        List<ServiceRoute> routes = new ArrayList<>();
        methods.ifPresent(found -> found.getEntries().forEach(entry -> route(prefix, entry).ifPresent(routes::add)));
        // sorted, so that the same sources give the same bytes
        routes.sort(Comparator.comparing(ServiceRoute::line));
        return new ServiceRoutesBuildItem(routes);
    }

    @BuildStep
    void write(ServiceRoutesBuildItem routes, BuildProducer<GeneratedResourceBuildItem> resources,
            BuildProducer<NativeImageResourceBuildItem> nativeResources) {
        BuiltPathPolicies.refuseAsOnlyGuard(routes);
        String lines = routes.all().stream().map(ServiceRoute::line).distinct().collect(Collectors.joining("\n"));
        resources.produce(new GeneratedResourceBuildItem(RouteTable.FILE, lines.getBytes(StandardCharsets.UTF_8)));
        nativeResources.produce(new NativeImageResourceBuildItem(RouteTable.FILE));
    }

    private static Optional<ServiceRoute> route(String prefix, Entry entry) {
        if (entry.getBasicResourceClassInfo().getPath() == null) {
            // of a sub-resource: what its locator's path leads to
            return Optional.empty();
        }
        String path = entry.getResourceMethod().getPath();
        String template = (prefix + "/" + entry.getBasicResourceClassInfo().getPath() + "/" + (path == null ? "" : path))
                .replaceAll("/{2,}", "/").replaceAll("(.)/$", "$1");
        String method = entry.getResourceMethod().getHttpMethod();
        return Optional.of(new ServiceRoute(method == null ? RouteTable.LOCATOR : method, template,
                entry.getActualClassInfo().simpleName(), rules(entry).stream().anyMatch(rule -> rule.name().equals(PERMIT_ALL)),
                permissions(rules(entry))));
    }

    /** A method's own rules replace its class's; those of an implementation replace those of its interface. */
    private static List<AnnotationInstance> rules(Entry entry) {
        MethodInfo declared = entry.getMethodInfo();
        ClassInfo type = entry.getActualClassInfo();
        MethodInfo implemented = type.method(declared.name(), declared.parameterTypes());
        List<AnnotationInstance> own = new ArrayList<>();
        for (DotName rule : RULES) {
            add(own, implemented == null ? null : implemented.declaredAnnotation(rule));
            add(own, implemented == declared ? null : declared.declaredAnnotation(rule));
        }
        if (own.isEmpty()) {
            RULES.forEach(rule -> add(own, type.declaredAnnotation(rule)));
            RULES.forEach(rule -> add(own, declared.declaringClass() == type ? null : declared.declaringClass().declaredAnnotation(rule)));
        }
        return own;
    }

    private static void add(List<AnnotationInstance> all, AnnotationInstance one) {
        if (one != null) {
            all.add(one);
        }
    }

    private static List<String> permissions(List<AnnotationInstance> rules) {
        TreeSet<String> permissions = new TreeSet<>();
        for (AnnotationInstance rule : rules) {
            if (rule.name().equals(PERMISSIONS)) {
                permissions.addAll(List.of(rule.value().asStringArray()));
            } else if (rule.name().equals(SEVERAL_PERMISSIONS)) {
                for (AnnotationInstance one : rule.value().asNestedArray()) {
                    permissions.addAll(List.of(one.value().asStringArray()));
                }
            }
        }
        return List.copyOf(permissions);
    }
}
