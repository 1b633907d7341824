package org.openchami.smd.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Which components a query is for.
 *
 * @param ranges if any are given, the NID must be in one of them
 * @param nothing no component can meet the query
 */
public record ComponentFilter(List<Condition> conditions, List<NidRange> ranges, boolean nothing) {

    private static final Pattern LABEL = Pattern.compile("[-a-z0-9:._]+");
    private static final Pattern ALPHANUMERIC = Pattern.compile("[a-zA-Z0-9]+");
    private static final String NO_MATCH = "a required argument did not match any valid input";

    /** @throws InvalidException if a value is not one that its parameter can have */
    public static ComponentFilter of(Parameters parameters) {
        Reader reader = new Reader(parameters);
        reader.add("id", "id", Condition::xname, "Argument was not a valid xname ID");
        reader.add("type", "type", XnameType::canonical, "Argument was not a valid HMS Type");
        reader.add("state", "state", Vocabulary.STATE::canonical, "Argument was not a valid HMS State");
        reader.add("flag", "flag", Vocabulary.FLAG::canonical, "Argument was not a valid HMS Flag");
        reader.add("enabled", "enabled", ComponentFilter::bool, NO_MATCH);
        reader.add("softwarestatus", "softwareStatus", Optional::of, "");
        reader.add("role", "role", Vocabulary.ROLE::canonical, "Argument was not a valid HMS Role");
        reader.add("subrole", "subRole", Vocabulary.SUB_ROLE::canonical, "Argument was not a valid HMS SubRole");
        reader.add("subtype", "subtype", ComponentFilter::alphanumeric, "Argument was not a valid HMS Subtype");
        reader.add("arch", "arch", Vocabulary.ARCH::canonical, "Argument was not a valid HMS Arch");
        reader.add("class", "hmsClass", Vocabulary.CLASS::canonical, "Argument was not a valid HMS Class");
        reader.add("locked", "locked", ComponentFilter::bool, NO_MATCH);
        reader.add("reservation_disabled", "reservationDisabled", ComponentFilter::bool, NO_MATCH);
        List<NidRange> ranges = NidRange.of(parameters);
        if (ranges.isEmpty()) {
            NidRange.single(parameters).ifPresent(reader.conditions::add);
        }
        boolean member = isMember(parameters, "group") | isMember(parameters, "partition");
        return new ComponentFilter(List.copyOf(reader.conditions), ranges, member);
    }

    /** Components are in no group and no partition as long as there are none, so only {@code NULL}, in none, can be met. */
    private static boolean isMember(Parameters parameters, String kind) {
        List<String> labels = parameters.all(kind);
        for (String label : labels) {
            if (!label.equals("NULL") && !LABEL.matcher(label.toLowerCase(Locale.ROOT)).matches()) {
                throw new InvalidException("bad query param: no such " + kind);
            }
        }
        return !labels.isEmpty() && !labels.contains("NULL");
    }

    private static Optional<Boolean> bool(String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "true", "t", "1" -> Optional.of(true);
            case "false", "f", "0" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private static Optional<String> alphanumeric(String value) {
        return ALPHANUMERIC.matcher(value).matches() ? Optional.of(value) : Optional.empty();
    }

    private static final class Reader {
        private final Parameters parameters;
        private final List<Condition> conditions = new ArrayList<>();

        Reader(Parameters parameters) {
            this.parameters = parameters;
        }

        void add(String name, String attribute, Function<String, Optional<?>> read, String error) {
            Condition.of(parameters, name, attribute, read, error).ifPresent(conditions::add);
        }
    }
}
