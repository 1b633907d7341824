package org.openchami.auth.credential;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The one private key in a PEM file (RFC 7468); certificates, parameters and public keys beside it are passed over. */
final class PemKey {
    private static final Pattern BLOCK = Pattern
            .compile("-----BEGIN ((?:[A-Z0-9]+ )?PRIVATE KEY)-----(.*?)-----END \\1-----", Pattern.DOTALL);

    /** What an OpenSSH key starts with; the name of its cipher follows. */
    private static final String OPENSSH = "openssh-key-v1\0";

    private PemKey() {}

    static SigningKey read(Path file, String text) {
        List<MatchResult> blocks = BLOCK.matcher(text).results().toList();
        if (blocks.size() != 1) {
            throw new IllegalArgumentException("it is PEM with " + (blocks.isEmpty() ? "no whole private key" : "several private keys")
                    + ". Cure: leave the one that is registered, from its BEGIN to its END line");
        }
        String type = blocks.get(0).group(1);
        String body = blocks.get(0).group(2);
        if (type.startsWith("ENCRYPTED") || body.contains("Proc-Type:")) {
            throw encrypted("openssl pkey -in " + file + " -out " + file + ".plain");
        }
        byte[] der = der(body);
        return switch (type) {
            case "PRIVATE KEY" -> Pkcs8Key.read(file, der);
            case "RSA PRIVATE KEY", "EC PRIVATE KEY" ->
                Pkcs8Key.read(file, converted(type, der, "openssl pkcs8 -topk8 -nocrypt -in " + file + " -out " + file + ".pk8"));
            case "OPENSSH PRIVATE KEY" -> openSsh(file, type, der);
            default -> throw new IllegalArgumentException("it is a PEM file with a " + type);
        };
    }

    private static SigningKey openSsh(Path file, String type, byte[] der) {
        String start = new String(der, StandardCharsets.ISO_8859_1);
        if (start.startsWith(OPENSSH) && !start.startsWith(OPENSSH + "\0\0\0\4none")) {
            throw encrypted("ssh-keygen -p -N '' -f " + file);
        }
        return Pkcs8Key.read(file, converted(type, der, "ssh-keygen -p -N '' -m PKCS8 -f " + file));
    }

    private static byte[] converted(String type, byte[] der, String command) {
        try {
            return BouncyCastleKey.pkcs8(type, der);
        } catch (NoClassDefFoundError e) {
            throw new IllegalArgumentException("it is PEM of type " + type + ", which takes Bouncy Castle to read. Cure: add the "
                    + "dependency org.bouncycastle:bcprov-jdk18on, or convert the key: " + command);
        }
    }

    private static IllegalArgumentException encrypted(String command) {
        return new IllegalArgumentException("it is encrypted. Cure: store it without a password, in a file that is ours alone: " + command);
    }

    private static byte[] der(String body) {
        try {
            return Base64.getMimeDecoder().decode(body);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("it is damaged");
        }
    }
}
