package org.openchami.smd.domain;

import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;

/** Something that is in the machine, and its state. Read from a client, every part may be missing; what is empty isn't shown. */
@JsonInclude(Include.NON_EMPTY)
public record Component(
        @JsonProperty("ID") String id,
        @JsonProperty("Type") String type,
        @JsonProperty("State") String state,
        @JsonProperty("Flag") String flag,
        @JsonProperty("Enabled") Boolean enabled,
        @JsonProperty("SoftwareStatus") String softwareStatus,
        @JsonProperty("Role") String role,
        @JsonProperty("SubRole") String subRole,
        @JsonProperty("NID") Long nid,
        @JsonProperty("Subtype") String subtype,
        @JsonProperty("NetType") String netType,
        @JsonProperty("Arch") String arch,
        @JsonProperty("Class") String hmsClass,
        @JsonProperty("ReservationDisabled") @JsonInclude(Include.NON_DEFAULT) boolean reservationDisabled,
        @JsonProperty("Locked") @JsonInclude(Include.NON_DEFAULT) boolean locked) {

    /** The NID of what has none. */
    public static final long NO_NID = -1;

    /** A thing just seen by its controller, with nothing said of it but that it is there. */
    static Component discovered(String id, XnameType type, String state, Long nid) {
        boolean node = type.isNode();
        return new Component(id, type.word(), state, node ? "OK" : null, true, null, node ? "Compute" : null, null, nid, null, null, null,
                null,
                false, false);
    }

    /**
     * This component as it is to be stored: normalized name, the type that follows from it, words as the vocabularies write them, and
     * the defaults for what was left out.
     *
     * @throws InvalidException if the name or one of the words is not valid
     */
    public Component checked() {
        Xname xname = Xname.parse(orEmpty(id)).orElseThrow(() -> new InvalidException("xname ID '" + orEmpty(id) + "' is invalid"));
        boolean node = xname.type().isNode();
        return new Component(xname.value(), xname.type().word(),
                word(Vocabulary.STATE, "state", orEmpty(state)),
                orEmpty(flag).isEmpty() ? "OK" : word(Vocabulary.FLAG, "flag", flag),
                enabled == null || enabled,
                orEmpty(softwareStatus),
                orEmpty(role).isEmpty() && node ? "Compute" : optionalWord(Vocabulary.ROLE, "role", role),
                optionalWord(Vocabulary.SUB_ROLE, "subRole", subRole),
                nid == null && node ? Long.valueOf(xname.defaultNid()) : nid,
                orEmpty(subtype),
                optionalWord(Vocabulary.NET_TYPE, "netType", netType),
                optionalWord(Vocabulary.ARCH, "arch", arch),
                optionalWord(Vocabulary.CLASS, "class", hmsClass),
                reservationDisabled, locked);
    }

    private static String optionalWord(Vocabulary vocabulary, String what, String value) {
        return orEmpty(value).isEmpty() ? "" : word(vocabulary, what, value);
    }

    private static String word(Vocabulary vocabulary, String what, String value) {
        return vocabulary.canonical(value).orElseThrow(() -> new InvalidException(what + " '" + value + "' is invalid"));
    }

    private static String orEmpty(String value) {
        return Optional.ofNullable(value).orElse("");
    }
}
