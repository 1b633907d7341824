package org.openchami.auth.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Set;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Claims that a profile reads, and one or two things changed. */
final class Mapping {
    static final String ISS = "https://login.example.org";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ClaimMapping profile;
    private final ObjectNode claims;

    private Mapping(ClaimMapping profile, ObjectNode claims) {
        this.profile = profile;
        this.claims = claims;
    }

    static Mapping of(ClaimMapping profile, String json) {
        try {
            return new Mapping(profile, (ObjectNode) JSON.readTree(json));
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    Mapping with(String name, String json) {
        ObjectNode changed = claims.deepCopy();
        try {
            changed.set(name, JSON.readTree(json));
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
        return new Mapping(profile, changed);
    }

    Mapping without(String name) {
        ObjectNode changed = claims.deepCopy();
        changed.remove(name);
        return new Mapping(profile, changed);
    }

    private ClaimMapping.Mapped map() {
        return profile.map(new Claims(claims), ISS);
    }

    private ClaimMapping.Fits fits() {
        assertThat(map()).isInstanceOf(ClaimMapping.Fits.class);
        return (ClaimMapping.Fits) map();
    }

    Principal principal() {
        return fits().principal();
    }

    Set<String> scopes() {
        return fits().scopes();
    }

    Set<String> groups() {
        return fits().groups();
    }

    void isRefused(Reason reason) {
        assertThat(map()).isEqualTo(new ClaimMapping.Unfit(reason));
    }
}
