package org.openchami.auth.tck;

import org.jboss.arquillian.container.test.spi.client.deployment.ApplicationArchiveProcessor;
import org.jboss.arquillian.core.spi.LoadableExtension;

/** Gives every application of the TCK its configuration in our words, and lets no test begin before it has its keys. */
public class TckExtension implements LoadableExtension {

    @Override
    public void register(ExtensionBuilder builder) {
        builder.service(ApplicationArchiveProcessor.class, Translation.class).observer(KeysAtHand.class);
    }
}
