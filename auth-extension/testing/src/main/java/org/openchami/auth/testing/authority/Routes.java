package org.openchami.auth.testing.authority;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.netty.handler.codec.http.QueryStringDecoder;

/** Which handler answers a method and a path; {@code {name}} in a path stands for one segment. */
final class Routes {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

    private final List<Route> routes = new ArrayList<>();

    Routes on(String method, String path, Function<Request, Reply> handler) {
        List<String> names = PLACEHOLDER.matcher(path).results().map(found -> found.group(1)).toList();
        routes.add(new Route(method, Pattern.compile(PLACEHOLDER.matcher(path).replaceAll("([^/]+)")), names, handler));
        return this;
    }

    Reply answer(Request request) {
        String path = request.uri().split("\\?", 2)[0];
        boolean known = false;
        for (Route route : routes) {
            Matcher matcher = route.path().matcher(path);
            if (matcher.matches()) {
                known = true;
                if (route.method().equals(request.method())) {
                    return handle(route, request.at(variables(route, matcher)));
                }
            }
        }
        return known ? Reply.text(405, "Method Not Allowed\n") : Reply.text(404, "404 page not found\n");
    }

    private static Reply handle(Route route, Request request) {
        try {
            return route.handler().apply(request);
        } catch (Refusal refusal) {
            return refusal.reply();
        }
    }

    private static Map<String, String> variables(Route route, Matcher matcher) {
        Map<String, String> variables = new HashMap<>();
        for (int i = 0; i < route.names().size(); i++) {
            variables.put(route.names().get(i), QueryStringDecoder.decodeComponent(matcher.group(i + 1).replace("+", "%2B")));
        }
        return variables;
    }

    private record Route(String method, Pattern path, List<String> names, Function<Request, Reply> handler) {}
}
