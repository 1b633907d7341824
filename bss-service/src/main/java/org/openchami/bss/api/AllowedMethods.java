package org.openchami.bss.api;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;

/** Which methods each path has, as the resources say it. */
final class AllowedMethods {
    private static final List<Class<?>> RESOURCES = List.of(BootScriptResource.class, BootParametersResource.class, HostsResource.class,
            EndpointHistoryResource.class, ServiceResource.class);
    private static final Map<String, String> BY_PATH = read();

    private AllowedMethods() {}

    /** With commas between them; empty for a path that isn't known. */
    static String of(String path) {
        return BY_PATH.getOrDefault(path.endsWith("/") ? path.substring(0, path.length() - 1) : path, "");
    }

    private static Map<String, String> read() {
        Map<String, TreeSet<String>> found = new TreeMap<>();
        for (Class<?> resource : RESOURCES) {
            for (Method method : resource.getDeclaredMethods()) {
                Path own = method.getAnnotation(Path.class);
                String path = resource.getAnnotation(Path.class).value() + (own == null ? "" : own.value());
                for (Annotation annotation : method.getAnnotations()) {
                    HttpMethod http = annotation.annotationType().getAnnotation(HttpMethod.class);
                    if (http != null) {
                        found.computeIfAbsent(path, it -> new TreeSet<>()).add(http.value());
                    }
                }
            }
        }
        return found.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> String.join(",", entry.getValue())));
    }
}
