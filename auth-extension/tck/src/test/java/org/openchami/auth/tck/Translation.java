package org.openchami.auth.tck;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Properties;

import org.eclipse.microprofile.jwt.tck.TCKConstants;
import org.jboss.arquillian.container.test.spi.client.deployment.ApplicationArchiveProcessor;
import org.jboss.arquillian.test.spi.TestClass;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * The configuration that an application of the TCK brings (MicroProfile JWT 2.1, section 9), as that of one trusted issuer of ours. What has no
 * counterpart there is left out: cookies, decryption, the age of a token.
 */
public class Translation implements ApplicationArchiveProcessor {
    private static final String THEIRS = "/META-INF/microprofile-config.properties";
    private static final String ISSUER = "openchami.auth.issuers.authority.";
    /** What the TCK's tokens are for. MicroProfile JWT looks at that only where it is told to. */
    private static final String AUDIENCES = "s6BhdRkqt3,s6BhdRkqt3.2";

    @Override
    public void process(Archive<?> archive, TestClass test) {
        if (archive instanceof WebArchive application) {
            Properties theirs = properties(archive.contains(THEIRS) ? Content.of(archive.get(THEIRS)) : "");
            application.addAsResource(new StringAsset(text(ours(theirs, application))), "application.properties");
        }
    }

    private static Properties ours(Properties theirs, WebArchive application) {
        Properties ours = new Properties();
        ours.setProperty("openchami.auth.authority", theirs.getProperty("mp.jwt.verify.issuer", TCKConstants.TEST_ISSUER));
        ours.setProperty("openchami.auth.store.kind", "memory");
        // the kit asks each container for this mapping, in its own way
        ours.setProperty("quarkus.http.auth.roles-mapping.group1", "Group1MappedRole");
        ours.setProperty(ISSUER + "profile", "custom");
        ours.setProperty(ISSUER + "claims.groups", "groups");
        ours.setProperty(ISSUER + "audiences", theirs.getProperty("mp.jwt.verify.audiences", AUDIENCES));
        ours.setProperty(ISSUER + "algorithms", theirs.getProperty("mp.jwt.verify.publickey.algorithm", "RS256"));
        String location = theirs.getProperty("mp.jwt.verify.publickey.location", "/publicKey.pem");
        if (location.startsWith("http:")) {
            ours.setProperty(ISSUER + "keys-url", location);
        } else {
            ours.setProperty(ISSUER + "key-file",
                    KeyFile.of(theirs.getProperty("mp.jwt.verify.publickey"), location, application).toString());
        }
        return ours;
    }

    private static Properties properties(String text) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }

    private static String text(Properties properties) {
        StringWriter text = new StringWriter();
        try {
            properties.store(text, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
