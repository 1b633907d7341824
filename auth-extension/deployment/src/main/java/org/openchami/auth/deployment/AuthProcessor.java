package org.openchami.auth.deployment;

import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.FeatureBuildItem;

class AuthProcessor {

    @BuildStep
    FeatureBuildItem feature() {
        return new FeatureBuildItem("openchami-auth");
    }
}
