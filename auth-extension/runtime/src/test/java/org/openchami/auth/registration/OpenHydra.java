package org.openchami.auth.registration;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.openchami.auth.testing.hydra.Hydra;
import org.openchami.auth.testing.hydra.HydraOptions;

/** Gives tests a parameter of type {@link Hydra} where anybody may register: one for all of them, ended after the last. */
final class OpenHydra implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Hydra.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot().getStore(Namespace.create(OpenHydra.class)).computeIfAbsent(Hydra.class,
                type -> Hydra.start(HydraOptions.defaults().withRegistration()), Hydra.class);
    }
}
