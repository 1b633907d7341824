package org.openchami.auth.keys;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** DER as text. */
final class Pem {

    private Pem() {}

    static String block(String type, byte[] der) {
        return "-----BEGIN " + type + "-----\n" + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(der)
                + "\n-----END " + type + "-----\n";
    }
}
