package org.openchami.auth.deployment;

import java.util.List;
import java.util.Optional;

import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.arc.deployment.ExcludedTypeBuildItem;
import io.quarkus.deployment.Capabilities;
import io.quarkus.deployment.Capability;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.ExtensionSslNativeSupportBuildItem;
import io.quarkus.deployment.builditem.FeatureBuildItem;
import io.quarkus.deployment.metrics.MetricsCapabilityBuildItem;
import io.quarkus.runtime.metrics.MetricsFactory;

/** What the extension brings to a service, and what of Quarkus' own it replaces. */
class AuthProcessor {
    private static final String FEATURE = "openchami-auth";
    private static final String OBSERVE = "org.openchami.auth.observe.";
    private static final List<String> METERS = List.of(OBSERVE + "AuthMeters", OBSERVE + "IdentityMeters");

    @BuildStep
    FeatureBuildItem feature() {
        return new FeatureBuildItem(FEATURE);
    }

    @BuildStep
    ExtensionSslNativeSupportBuildItem nativeTls() {
        return new ExtensionSslNativeSupportBuildItem(FEATURE);
    }

    /** Tokens are judged by this extension alone; SmallRye JWT stays for signatures, claims and injection. */
    @BuildStep
    void replaceBuiltInMechanism(BuildProducer<ExcludedTypeBuildItem> excluded) {
        excluded.produce(new ExcludedTypeBuildItem("io.quarkus.smallrye.jwt.runtime.auth.JWTAuthMechanism"));
        excluded.produce(new ExcludedTypeBuildItem("io.quarkus.smallrye.jwt.runtime.auth.MpJwtValidator"));
        // to it, whoever has a certificate that TLS believes is authenticated
        excluded.produce(new ExcludedTypeBuildItem("io.quarkus.security.runtime.X509IdentityProvider"));
    }

    @BuildStep
    AdditionalBeanBuildItem filters() {
        return AdditionalBeanBuildItem.builder().setUnremovable()
                .addBeanClasses("org.openchami.auth.outbound.CallAsFilter", "org.openchami.auth.outbound.RejectedTokenFilter").build();
    }

    /** Health and metrics are there where the service has them. */
    @BuildStep
    void observe(Capabilities capabilities, Optional<MetricsCapabilityBuildItem> metrics, BuildProducer<ExcludedTypeBuildItem> excluded,
            BuildProducer<AdditionalBeanBuildItem> beans) {
        if (capabilities.isMissing(Capability.SMALLRYE_HEALTH)) {
            excluded.produce(new ExcludedTypeBuildItem(OBSERVE + "IdentityReadiness"));
        }
        if (metrics.filter(found -> found.metricsSupported(MetricsFactory.MICROMETER)).isEmpty()) {
            METERS.forEach(meters -> excluded.produce(new ExcludedTypeBuildItem(meters)));
        } else {
            METERS.forEach(meters -> beans.produce(AdditionalBeanBuildItem.unremovableOf(meters)));
        }
    }
}
