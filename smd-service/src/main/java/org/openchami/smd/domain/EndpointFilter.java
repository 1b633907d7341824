package org.openchami.smd.domain;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which Redfish endpoints, or which component endpoints, a query is for. */
public record EndpointFilter(List<Condition> conditions) {

    private static final String BAD_ID = "Argument was not a valid xname ID";

    /** @throws InvalidException if a value is not one that its parameter can have */
    public static EndpointFilter ofRedfishEndpoints(Parameters parameters) {
        return new EndpointFilter(Stream.of(
                id(parameters),
                type(parameters),
                text(parameters, "fqdn", "fqdn"),
                text(parameters, "uuid", "uuid"),
                text(parameters, "macaddr", "mac"),
                text(parameters, "ipaddress", "ip"),
                text(parameters, "laststatus", "lastStatus")).flatMap(Optional::stream).toList());
    }

    /** @throws InvalidException if a value is not one that its parameter can have */
    public static EndpointFilter ofComponentEndpoints(Parameters parameters) {
        return new EndpointFilter(Stream.of(
                id(parameters),
                type(parameters),
                Condition.of(parameters, "redfish_ep", "redfishEndpoint.id", Condition::xname, BAD_ID)).flatMap(Optional::stream).toList());
    }

    private static Optional<Condition> id(Parameters parameters) {
        return Condition.of(parameters, "id", "id", Condition::xname, BAD_ID);
    }

    private static Optional<Condition> type(Parameters parameters) {
        return Condition.of(parameters, "type", "type", XnameType::canonical, "Argument was not a valid HMS Type");
    }

    private static Optional<Condition> text(Parameters parameters, String name, String attribute) {
        return Condition.of(parameters, name, attribute, Optional::of, "");
    }
}
