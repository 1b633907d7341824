package org.openchami.smd.domain;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which parts of a component a query asks for; its name and type are always among them. */
public enum Fields {
    ALL,
    STATE,
    FLAG,
    ROLE,
    NID;

    private static final Set<String> TRUE = Set.of("1", "t", "T", "TRUE", "true", "True");

    public static Fields of(Parameters parameters) {
        for (Fields fields : List.of(STATE, FLAG, ROLE, NID)) {
            List<String> values = parameters.all(fields.name().toLowerCase(Locale.ROOT) + "only");
            if (!values.isEmpty() && TRUE.contains(values.get(0))) {
                return fields;
            }
        }
        return ALL;
    }

    public Component of(Component c) {
        return switch (this) {
            case ALL -> c;
            case STATE -> part(c, c.state(), c.flag(), null, null, null);
            case FLAG -> part(c, null, c.flag(), null, null, null);
            case ROLE -> part(c, null, null, c.role(), c.subRole(), null);
            case NID -> part(c, null, null, null, null, c.nid());
        };
    }

    private static Component part(Component c, String state, String flag, String role, String subRole, Long nid) {
        return new Component(c.id(), c.type(), state, flag, null, null, role, subRole, nid, null, null, null, null, false, false);
    }
}
