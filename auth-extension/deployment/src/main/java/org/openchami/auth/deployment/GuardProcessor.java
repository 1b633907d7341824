package org.openchami.auth.deployment;

import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.DotName;
import org.openchami.auth.Purpose;

import io.quarkus.arc.deployment.ValidationPhaseBuildItem.ValidationErrorBuildItem;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.ApplicationIndexBuildItem;
import io.quarkus.runtime.configuration.ConfigurationException;

/** Fails the build where a service was written or set up so that calls would be let in unjudged, or refused by every peer. */
class GuardProcessor {

    @BuildStep
    void requireSafeSettings(BuildProducer<ValidationErrorBuildItem> errors) {
        require(errors, "quarkus.http.auth.proactive",
                "a bad token would be let in where anybody is, and a user's call would go on as the service's");
        require(errors, "quarkus.security.jaxrs.deny-unannotated-endpoints",
                "a resource method that somebody forgot to annotate would be open");
    }

    private static void require(BuildProducer<ValidationErrorBuildItem> errors, String key, String otherwise) {
        if (!ConfigProvider.getConfig().getOptionalValue(key, Boolean.class).orElse(true)) {
            fail(errors, "OCAUTH-0001 " + key + ": it is false; " + otherwise + ". Remove the key");
        }
    }

    @BuildStep
    void checkPurposes(ApplicationIndexBuildItem application, BuildProducer<ValidationErrorBuildItem> errors) {
        for (AnnotationInstance use : application.getIndex().getAnnotations(DotName.createSimple(Purpose.class))) {
            String purpose = use.value().asString();
            if (!purpose.matches(Purpose.FORM)) {
                fail(errors, "OCAUTH-0003 @Purpose(\"" + purpose + "\") at " + use.target()
                        + ": every peer would refuse it. Use lower-case words, digits, dots and hyphens, for example boot.script");
            }
        }
    }

    private static void fail(BuildProducer<ValidationErrorBuildItem> errors, String message) {
        errors.produce(new ValidationErrorBuildItem(new ConfigurationException(message)));
    }
}
