package org.openchami.smd.domain;

import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A Redfish endpoint as a client describes it, with what its discovery found where {@code SchemaVersion} is 1. Texts are never null.
 * A {@code Password} is not read.
 */
public record RedfishEndpointInput(
        @JsonProperty("ID") String id,
        @JsonProperty("Name") String name,
        @JsonProperty("Hostname") String hostname,
        @JsonProperty("Domain") String domain,
        @JsonProperty("FQDN") String fqdn,
        @JsonProperty("Enabled") Boolean enabled,
        @JsonProperty("UUID") String uuid,
        @JsonProperty("User") String user,
        @JsonProperty("UseSSDP") boolean useSsdp,
        @JsonProperty("MACRequired") boolean macRequired,
        @JsonProperty("MACAddr") String mac,
        @JsonProperty("IPAddress") String ip,
        @JsonProperty("RediscoverOnUpdate") boolean rediscoverOnUpdate,
        @JsonProperty("TemplateID") String templateId,
        @JsonProperty("SchemaVersion") int schemaVersion,
        @JsonProperty("Systems") List<Resource> systems,
        @JsonProperty("Managers") List<Resource> managers) {

    public RedfishEndpointInput {
        id = orEmpty(id);
        name = orEmpty(name);
        hostname = orEmpty(hostname);
        domain = orEmpty(domain);
        fqdn = orEmpty(fqdn);
        uuid = orEmpty(uuid);
        user = orEmpty(user);
        mac = orEmpty(mac);
        ip = orEmpty(ip);
        templateId = orEmpty(templateId);
        systems = present(systems);
        managers = present(managers);
    }

    /** A Redfish ComputerSystem or Manager, as discovery tools report it. */
    public record Resource(String uri, String uuid, String name, @JsonProperty("system_type") String systemType,
            @JsonProperty("ethernet_interfaces") List<Nic> nics, List<String> actions,
            @JsonProperty("command_shell") List<String> commandShell,
            Power power, Links links) {

        public Resource {
            uri = path(uri);
            uuid = orEmpty(uuid);
            name = orEmpty(name);
            systemType = orEmpty(systemType);
            nics = present(nics);
        }
    }

    public record Nic(String uri, String mac, String ip, String name, String description, boolean enabled) {

        public Nic {
            uri = path(uri);
            mac = orEmpty(mac);
            ip = orEmpty(ip);
            name = orEmpty(name);
            description = orEmpty(description);
        }
    }

    public record Power(@JsonProperty("power_control_ids") List<String> controls) {

        public Power {
            controls = present(controls);
        }
    }

    public record Links(List<String> chassis) {

        public Links {
            chassis = present(chassis);
        }
    }

    /** What tools report is absolute, what is kept is relative to the endpoint. */
    private static String path(String uri) {
        return orEmpty(uri).replaceFirst("^https?://[^/?#]*", "").replaceFirst("[?#].*$", "");
    }

    private static <T> List<T> present(List<T> list) {
        return list == null ? List.of() : list.stream().filter(Objects::nonNull).toList();
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
