package org.openchami.auth.testing.junit;

import java.util.Map;

import org.openchami.auth.testing.hydra.Hydra;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/**
 * A Hydra (with its PostgreSQL) for the Quarkus tests that name it in {@code @WithTestResource}: it sets
 * {@code openchami.auth.authority} and {@code openchami.auth.registration.url}, and fills fields of type {@link Hydra}
 * in the test.
 */
public final class HydraTestResource implements QuarkusTestResourceLifecycleManager {
    private Hydra hydra;

    @Override
    public Map<String, String> start() {
        hydra = Hydra.start();
        return Map.of(
                "openchami.auth.authority", hydra.issuer(),
                "openchami.auth.registration.url", hydra.adminUrl().toString());
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(hydra, new TestInjector.MatchesType(Hydra.class));
    }

    @Override
    public void stop() {
        if (hydra != null) {
            hydra.close();
        }
    }
}
