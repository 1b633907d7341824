package org.openchami.it.container;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.openchami.auth.testing.container.Engine;
import org.openchami.auth.testing.kind.CannotStart;

/**
 * Whether this machine can run the system as containers. Where it can't, the tests are skipped with a notice, unless the
 * property {@code openchami.testing.containers} (or the variable {@code OPENCHAMI_TESTING_CONTAINERS}) says
 * {@code required}: then the same reason is a failure.
 */
final class ContainersThere implements ExecutionCondition {
    static final String HYDRA = "oryd/hydra:v2.3.0";
    static final String POSTGRES = "postgres:15";

    private static final Logger LOG = System.getLogger(ContainersThere.class.getName());

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (context.getTestMethod().isPresent()) {
            return ConditionEvaluationResult.enabled("as its class");
        }
        try {
            Engine.require(HYDRA);
            Engine.require(POSTGRES);
            Engine.require(BaseImage.choose());
            return ConditionEvaluationResult.enabled("an engine answers and has the images");
        } catch (CannotStart reason) {
            if (required()) {
                throw reason;
            }
            LOG.log(Level.WARNING, "NOT TESTED, the system as containers: {0}", reason.getMessage());
            return ConditionEvaluationResult.disabled(reason.getMessage());
        }
    }

    private static boolean required() {
        return "required".equals(System.getProperty("openchami.testing.containers", System.getenv("OPENCHAMI_TESTING_CONTAINERS")));
    }
}
