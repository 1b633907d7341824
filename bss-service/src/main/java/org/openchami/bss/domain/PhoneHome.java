package org.openchami.bss.domain;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/** What a node reported of itself after its first boot; absent values are empty texts. */
public record PhoneHome(@JsonProperty("pub_key_dsa") String dsa, @JsonProperty("pub_key_rsa") String rsa,
        @JsonProperty("pub_key_ecdsa") String ecdsa,
        @JsonProperty("pub_key_ed25519") @JsonInclude(JsonInclude.Include.NON_EMPTY) String ed25519,
        @JsonProperty("instance_id") String instance, @JsonProperty("hostname") String hostname, @JsonProperty("fqdn") String fqdn) {

    public static final PhoneHome NONE = new PhoneHome("", "", "", "", "", "", "");

    public PhoneHome {
        dsa = or(dsa, "");
        rsa = or(rsa, "");
        ecdsa = or(ecdsa, "");
        ed25519 = or(ed25519, "");
        instance = or(instance, "");
        hostname = or(hostname, "");
        fqdn = or(fqdn, "");
    }

    /** This, with every value that {@code change} gives. */
    PhoneHome with(PhoneHome change) {
        return new PhoneHome(or(change.dsa, dsa), or(change.rsa, rsa), or(change.ecdsa, ecdsa), or(change.ed25519, ed25519),
                or(change.instance, instance), or(change.hostname, hostname), or(change.fqdn, fqdn));
    }

    private static String or(String value, String otherwise) {
        return value == null || value.isEmpty() ? otherwise : value;
    }
}
