package org.openchami.bss.domain;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The cloud-init data kept with boot parameters; maps are null when there is nothing. */
public record CloudInit(@JsonProperty("meta-data") Map<String, Object> metaData, @JsonProperty("user-data") Map<String, Object> userData,
        @JsonProperty("phone-home") PhoneHome phoneHome) {

    public static final CloudInit NONE = new CloudInit(null, null, null);

    public CloudInit {
        phoneHome = phoneHome == null ? PhoneHome.NONE : phoneHome;
    }

    /** This, with every part that {@code change} gives in its place. */
    CloudInit with(CloudInit change) {
        return new CloudInit(change.metaData == null ? metaData : change.metaData, change.userData == null ? userData : change.userData,
                phoneHome.with(change.phoneHome));
    }

    /** This, with the maps of {@code patch} merged into it (RFC 7386). */
    CloudInit merged(CloudInit patch) {
        return new CloudInit(merged(metaData, patch.metaData), merged(userData, patch.userData), phoneHome.with(patch.phoneHome));
    }

    private static Map<String, Object> merged(Map<String, Object> target, Map<String, Object> patch) {
        return patch == null ? target : MergePatch.apply(target == null ? Map.of() : target, patch);
    }
}
