package org.openchami.auth.outbound;

import java.util.Arrays;

import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.eclipse.microprofile.rest.client.spi.RestClientListener;
import org.jboss.resteasy.reactive.client.impl.VertxRequestCustomizingClientBuilder;
import org.openchami.auth.CallAs;

/** Lets a client with {@link CallAs}, injected or built, write its credentials at the last moment. */
public final class CredentialsListener implements RestClientListener {

    @Override
    public void onNewClient(Class<?> type, RestClientBuilder builder) {
        if (type.isAnnotationPresent(CallAs.class)
                || Arrays.stream(type.getMethods()).anyMatch(method -> method.isAnnotationPresent(CallAs.class))) {
            ((VertxRequestCustomizingClientBuilder<?>) builder).httpClientRequestCustomizer(Credentials::write);
        }
    }
}
