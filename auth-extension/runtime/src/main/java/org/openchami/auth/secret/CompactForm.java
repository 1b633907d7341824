package org.openchami.auth.secret;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * The compact form of a JWS (RFC 7515 section 7.1), read so that one content has one spelling: no padding, no other alphabet, no bits that belong
 * to no byte. What could be spelled in several ways would evade whatever knows a token by its text.
 */
public final class CompactForm {

    private CompactForm() {}

    /** Header, payload and signature; empty if the text is anything else than these three, none of them empty. */
    public static Optional<List<byte[]>> parts(String text) {
        List<byte[]> parts = new ArrayList<>(3);
        try {
            for (String part : text.split("\\.", -1)) {
                byte[] bytes = Base64.getUrlDecoder().decode(part);
                if (bytes.length == 0 || !Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(part)) {
                    return Optional.empty();
                }
                parts.add(bytes);
            }
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        return parts.size() == 3 ? Optional.of(parts) : Optional.empty();
    }
}
