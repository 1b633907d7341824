package org.openchami.it.security;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives all test classes the one {@link SecurityWorld}, or the one {@link SettingsWorld}, started by the first of them and closed after the last. They
 * leave it as they found it.
 */
final class SharedSecurity implements ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(SharedSecurity.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        Class<?> type = parameter.getParameter().getType();
        return type == SecurityWorld.class || type == SettingsWorld.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        ExtensionContext.Store store = test.getRoot().getStore(NAMESPACE);
        return parameter.getParameter().getType() == SecurityWorld.class
                ? store.computeIfAbsent(SecurityWorld.class, any -> SecurityWorld.start(), SecurityWorld.class)
                : store.computeIfAbsent(SettingsWorld.class, any -> SettingsWorld.start(), SettingsWorld.class);
    }
}
