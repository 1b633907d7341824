package org.openchami.auth.deployment;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.eclipse.microprofile.rest.client.spi.RestClientListener;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.Type;
import org.openchami.auth.CallAs;
import org.openchami.auth.outbound.CallAsFilter;
import org.openchami.auth.outbound.CredentialsListener;
import org.openchami.auth.outbound.RedirectCheck;
import org.openchami.auth.outbound.RejectedTokenFilter;

import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.AdditionalIndexedClassesBuildItem;
import io.quarkus.deployment.builditem.CombinedIndexBuildItem;
import io.quarkus.deployment.builditem.GeneratedResourceBuildItem;
import io.quarkus.deployment.builditem.RunTimeConfigurationDefaultBuildItem;
import io.quarkus.deployment.builditem.nativeimage.NativeImageResourceBuildItem;
import io.quarkus.deployment.builditem.nativeimage.ServiceProviderBuildItem;
import io.quarkus.rest.client.reactive.deployment.RegisterProviderAnnotationInstanceBuildItem;
import io.quarkus.runtime.configuration.ConfigurationException;

/** Gives every REST client with {@link CallAs} the filters that attach tokens and replace refused ones, and the address of the peer it is named after. */
class CallAsProcessor {
    private static final DotName CALL_AS = DotName.createSimple(CallAs.class);
    private static final DotName REST_CLIENT = DotName.createSimple(RegisterRestClient.class);

    @BuildStep
    AdditionalIndexedClassesBuildItem indexFilters() {
        return new AdditionalIndexedClassesBuildItem(CallAsFilter.class.getName(), RejectedTokenFilter.class.getName());
    }

    @BuildStep
    ServiceProviderBuildItem listener() {
        return new ServiceProviderBuildItem(RestClientListener.class.getName(), CredentialsListener.class.getName());
    }

    @BuildStep
    void clients(CombinedIndexBuildItem index, BuildProducer<RegisterProviderAnnotationInstanceBuildItem> providers,
            BuildProducer<RunTimeConfigurationDefaultBuildItem> defaults, BuildProducer<GeneratedResourceBuildItem> resources,
            BuildProducer<NativeImageResourceBuildItem> nativeResources) {
        StringBuilder names = new StringBuilder();
        for (ClassInfo client : clients(index.getIndex()).values()) {
            AnnotationValue key = client.declaredAnnotation(REST_CLIENT).value("configKey");
            if (key == null) {
                throw new ConfigurationException(client.name() + " has @CallAs, but its @RegisterRestClient has no configKey. "
                        + "Name the peer it calls: @RegisterRestClient(configKey = \"smd\")");
            }
            names.append(key.asString()).append('\n').append(client.name()).append('\n').append(client.simpleName()).append('\n');
            providers.produce(filter(client, CallAsFilter.class, CallAsFilter.LAST));
            providers.produce(filter(client, RejectedTokenFilter.class, RejectedTokenFilter.FIRST));
            String peer = key.asString().matches("[A-Za-z0-9_-]+") ? key.asString() : "\"" + key.asString() + "\"";
            defaults.produce(new RunTimeConfigurationDefaultBuildItem("quarkus.rest-client." + peer + ".url",
                    "${openchami.auth.peers." + peer + ".url}"));
        }
        resources.produce(new GeneratedResourceBuildItem(RedirectCheck.CLIENTS, names.toString().getBytes(StandardCharsets.UTF_8)));
        nativeResources.produce(new NativeImageResourceBuildItem(RedirectCheck.CLIENTS));
    }

    private static RegisterProviderAnnotationInstanceBuildItem filter(ClassInfo client, Class<?> filter, int priority) {
        return new RegisterProviderAnnotationInstanceBuildItem(client.name().toString(),
                AnnotationInstance.create(DotName.createSimple(RegisterProvider.class), client,
                        new AnnotationValue[]{
                                AnnotationValue.createClassValue("value", Type.create(DotName.createSimple(filter), Type.Kind.CLASS)),
                                AnnotationValue.createIntegerValue("priority", priority)}));
    }

    /** Sorted, so that the same sources give the same bytes. */
    private static Map<String, ClassInfo> clients(IndexView index) {
        Map<String, ClassInfo> clients = new TreeMap<>();
        for (AnnotationInstance use : index.getAnnotations(CALL_AS)) {
            ClassInfo client = use.target().kind() == AnnotationTarget.Kind.METHOD
                    ? use.target().asMethod().declaringClass()
                    : use.target().asClass();
            if (client.declaredAnnotation(REST_CLIENT) == null) {
                throw new ConfigurationException(
                        client.name() + " has @CallAs, but is no REST client. Add @RegisterRestClient(configKey = …)");
            }
            clients.put(client.name().toString(), client);
        }
        return clients;
    }
}
