package org.openchami.auth.testing.junit;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.openchami.auth.testing.hydra.Hydra;

/** Gives plain JUnit tests a parameter of type {@link Hydra}: one for the whole run, ended after the last test. */
public final class HydraExtension implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Hydra.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot().getStore(Namespace.create(HydraExtension.class))
                .computeIfAbsent(Hydra.class, type -> Hydra.start(), Hydra.class);
    }
}
