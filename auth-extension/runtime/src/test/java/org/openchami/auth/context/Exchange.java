package org.openchami.auth.context;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;

/** A request and its answer, as far as this extension looks at them; anything else fails. */
public final class Exchange implements InvocationHandler {
    public final MultiMap headers = MultiMap.caseInsensitiveMultiMap();
    public final MultiMap answered = MultiMap.caseInsensitiveMultiMap();
    public HttpMethod method = HttpMethod.GET;
    public String path = "/";
    public String peer = "127.0.0.1";
    public int status = 200;
    /** What was answered; null while the request went on. */
    public String body;
    public boolean wentOn;
    public boolean ssl;

    private final Map<String, Object> data = new HashMap<>();
    private final HttpServerRequest request = as(HttpServerRequest.class);
    private final HttpConnection connection = as(HttpConnection.class);
    private final HttpServerResponse response = as(HttpServerResponse.class);
    private final RoutingContext context = as(RoutingContext.class);

    private <T> T as(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[]{type}, this));
    }

    public RoutingContext context() {
        return context;
    }

    public HttpServerRequest request() {
        return request;
    }

    @Override
    public Object invoke(Object proxy, Method called, Object[] arguments) {
        switch (called.getName()) {
            case "request" :
                return request;
            case "response" :
                return response;
            case "get" :
                return data.get(arguments[0]);
            case "put" :
                data.put((String) arguments[0], arguments[1]);
                return context;
            case "next" :
                wentOn = true;
                return null;
            case "headers" :
                return headers;
            case "getHeader" :
                return headers.get((String) arguments[0]);
            case "method" :
                return method;
            case "path", "normalizedPath" :
                return path;
            case "isSsl" :
                return ssl;
            case "authority" :
                return null;
            case "connection" :
                return connection;
            case "remoteAddress" :
                return peer == null ? null : SocketAddress.inetSocketAddress(4711, peer);
            default :
                return answer(called, arguments);
        }
    }

    private Object answer(Method called, Object[] arguments) {
        switch (called.getName()) {
            case "getStatusCode" :
                return status;
            case "setStatusCode" :
                status = (int) arguments[0];
                return response;
            case "putHeader" :
                answered.set((String) arguments[0], (String) arguments[1]);
                return response;
            case "end" :
                body = (String) arguments[0];
                return null;
            default :
                throw new UnsupportedOperationException(called.toString());
        }
    }
}
