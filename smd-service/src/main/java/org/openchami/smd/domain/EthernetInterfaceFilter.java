package org.openchami.smd.domain;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which network interfaces a query is for. There is no negation here.
 *
 * @param ips the interface must have one of these addresses, if any are given
 * @param networks the interface must have an address in one of these, if any are given
 */
public record EthernetInterfaceFilter(List<Condition> conditions, List<String> ips, List<String> networks, Optional<Instant> olderThan,
        Optional<Instant> newerThan) {

    /** @throws InvalidException if a value is not one that its parameter can have */
    public static EthernetInterfaceFilter of(Parameters parameters) {
        List<Condition> conditions = new ArrayList<>();
        add(conditions, "id", parameters.all("id"), EthernetInterfaceFilter::lowerCase, "Invalid component ethernet interface ID.");
        add(conditions, "mac", parameters.all("macaddress"), EthernetInterfaceFilter::lowerCase,
                "Invalid component ethernet interface MAC address.");
        add(conditions, "componentId", parameters.all("componentid"), value -> value.isEmpty() ? Optional.of("") : Condition.xname(value),
                "Invalid CompID.");
        add(conditions, "type", parameters.all("type"), XnameType::canonical, "Invalid HMS type.");
        return new EthernetInterfaceFilter(List.copyOf(conditions), parameters.all("ipaddress"), parameters.all("network"),
                time(parameters.all("olderthan")), time(parameters.all("newerthan")));
    }

    private static void add(List<Condition> conditions, String attribute, List<String> values, Function<String, Optional<String>> read,
            String error) {
        if (!values.isEmpty()) {
            conditions.add(Condition.anyOf(attribute,
                    values.stream().map(value -> read.apply(value).orElseThrow(() -> new InvalidException(error))).toList()));
        }
    }

    private static Optional<String> lowerCase(String value) {
        return value.isEmpty() ? Optional.empty() : Optional.of(value.toLowerCase(Locale.ROOT));
    }

    private static Optional<Instant> time(List<String> values) {
        try {
            return values.stream().findFirst().filter(value -> !value.isEmpty()).map(value -> OffsetDateTime.parse(value).toInstant());
        } catch (DateTimeParseException e) {
            throw new InvalidException("bad query param: Argument was not in a valid RFC3339 time format");
        }
    }
}
