package org.openchami.auth.secret;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Reads a file that an operator, or Kubernetes, put a secret into: a key, a password, a token. Refused is one that others may read or change,
 * that somebody else than we and root owns, that lies in a folder where others may replace it, or that is a link out of its folder. Blocks.
 */
public final class SecretFile {
    private static final int LARGEST = 64 * 1024;

    private SecretFile() {}

    /**
     * The text in this file, without the line end that editors put after it.
     *
     * @throws SecretFileException if it breaks a rule, can't be read, is empty, has more than 64 KiB, or is no UTF-8 text
     */
    public static Secret read(Path file) {
        String text = text(file).replaceFirst("\r?\n\\z", "");
        if (text.isBlank()) {
            throw new SecretFileException(file + " is empty. Cure: write the secret into it");
        }
        return Secret.of(text);
    }

    private static String text(Path file) {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes(file))).toString();
            if (text.indexOf('\0') < 0) {
                return text;
            }
        } catch (CharacterCodingException e) {
            // the same as a NUL
        }
        throw new SecretFileException(file + " holds no text. Cure: write the secret into it as UTF-8 text");
    }

    /**
     * What this file holds, be it text or not.
     *
     * @throws SecretFileException if it breaks a rule, can't be read, is empty, or has more than 64 KiB
     */
    public static byte[] bytes(Path file) {
        try {
            Path real = FileRules.withinItsFolder(file);
            int us = Access.us();
            if (!Files.isRegularFile(real, LinkOption.NOFOLLOW_LINKS)) {
                throw new SecretFileException(file + " is no file. Cure: name the file with the secret");
            }
            FileRules.unreplaceable(file.toAbsolutePath().getParent().toRealPath(), file, us);
            FileRules.unreplaceable(real.getParent(), file, us);
            Access access = Access.of(real);
            FileRules.owned(file, access, us);
            FileRules.unexposed(file, access, us);
            return content(file, real);
        } catch (NoSuchFileException e) {
            throw new SecretFileException(file + " is missing. Cure: put the secret there, or name the file that holds it");
        } catch (AccessDeniedException e) {
            throw new SecretFileException(file + " can't be read by this process. Cure: let its user read it, and nobody else");
        } catch (IOException e) {
            throw new SecretFileException(file + " can't be read: " + e + ". Cure: let this service read it");
        }
    }

    private static byte[] content(Path file, Path real) throws IOException {
        try (InputStream in = Files.newInputStream(real, LinkOption.NOFOLLOW_LINKS)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length == 0) {
                throw new SecretFileException(file + " is empty. Cure: write the secret into it");
            }
            if (bytes.length > LARGEST) {
                throw new SecretFileException(file + " has more than 64 KiB: no secret is that long. Cure: name the file with the secret");
            }
            return bytes;
        }
    }
}
