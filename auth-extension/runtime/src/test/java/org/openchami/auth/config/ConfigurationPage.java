package org.openchami.auth.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/**
 * Writes {@code docs/configuration.md} from the configuration interfaces: their order and their Javadoc as Quarkus' annotation processor keeps
 * them, their defaults and values as they are compiled.
 */
final class ConfigurationPage {
    private static final String PREFIX = "openchami.auth.";
    private static final String COLUMNS = "| key | type | default | meaning |\n|---|---|---|---|\n";
    /** A Javadoc may end by saying what holds where the key is not set. */
    private static final Pattern MEANING = Pattern.compile("(?<text>.+?)( Default: (?<default>.+)\\.|(?<required> Required\\.))?");
    private static final String HEAD = """
            # Configuration

            All keys begin with `openchami.auth.`. As an environment variable, `registration.url` is `OPENCHAMI_AUTH_REGISTRATION_URL`. A duration is
            written `30S`, `5M`, `24H` or `90D`, or as in ISO 8601. A key that is wrong or missing stops the start with one message: the key, the
            problem, the cure. What to use when is told in [Identity](identity.md) and [Add it to a service](add-to-a-service.md).

            `docs/generate` writes this page from the code.
            """;

    private final JsonObject words = read("quarkus-config-javadoc.json").getJsonObject("elements");
    private final StringBuilder page = new StringBuilder(HEAD);

    static String text() {
        return new ConfigurationPage().write();
    }

    private static JsonObject read(String name) {
        try (InputStream in = AuthConfig.class.getResourceAsStream("/META-INF/quarkus-config-doc/" + name)) {
            return new JsonObject(Buffer.buffer(in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String write() {
        JsonArray roots = read("quarkus-config-model.json").getJsonArray("configRoots");
        page.append("\n## The authority and this service\n\n").append(COLUMNS);
        roots.stream().map(JsonObject.class::cast).forEach(root -> items(root.getJsonArray("items")));
        return page.toString();
    }

    private void items(JsonArray items) {
        for (Object item : items) {
            JsonObject element = (JsonObject) item;
            if (element.containsKey("items")) {
                page.append("\n## ").append(meaning(element)).append("\n\n").append(COLUMNS);
                items(element.getJsonArray("items"));
            } else {
                row(element);
            }
        }
    }

    private void row(JsonObject item) {
        String key = item.getJsonObject("path").getString("property").substring(PREFIX.length()).replaceAll("\"([^\"]+)\"", "<$1>");
        WithDefault value = method(item).getAnnotation(WithDefault.class);
        Matcher meaning = MEANING.matcher(meaning(item));
        if (!meaning.matches()) {
            throw new IllegalStateException(key + " has no meaning");
        }
        String otherwise = meaning.group("default") != null
                ? meaning.group("default")
                : meaning.group("required") != null ? "required" : "none";
        page.append("| `").append(key).append("` | ").append(type(item)).append(" | ")
                .append(value == null ? otherwise : "`" + value.value() + "`").append(" | ").append(meaning.group("text")).append(" |\n");
    }

    private static Method method(JsonObject item) {
        try {
            String type = item.getString("sourceType").replaceAll("(\\.[A-Z]\\w*)\\.", "$1\\$");
            return Class.forName(type).getMethod(item.getString("sourceElementName"));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String type(JsonObject item) {
        Class<?> type = method(item).getReturnType();
        if (type.isEnum()) {
            return Arrays.stream(type.getFields()).map(constant -> {
                WithName name = constant.getAnnotation(WithName.class);
                return "`" + (name == null ? constant.getName().toLowerCase(Locale.ROOT).replace('_', '-') : name.value()) + "`";
            }).collect(Collectors.joining(", "));
        }
        return (item.getBoolean("list", false) ? "list" : item.getString("typeDescription")).toLowerCase(Locale.ROOT);
    }

    private String meaning(JsonObject item) {
        JsonObject javadoc = words.getJsonObject(item.getString("sourceType") + "." + item.getString("sourceElementName"));
        return javadoc.getString("description").replaceAll("\\{@code ([^}]+)\\}", "`$1`").replaceAll("\\s+", " ").replace("|", "\\|")
                .replaceFirst("\\.$", item.containsKey("items") ? "" : ".");
    }
}
