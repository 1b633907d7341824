package org.openchami.it.container;

import java.util.Optional;
import java.util.stream.Stream;

import org.testcontainers.DockerClientFactory;

import com.github.dockerjava.api.exception.DockerException;

/**
 * What the services' images start from: the property {@code openchami.testing.base-image} (or the variable
 * {@code OPENCHAMI_TESTING_BASE_IMAGE}), else the first of these that the engine holds, else the first. Only that one may
 * be pulled: the others are made on this machine, and what a registry has under their names is somebody else's.
 */
final class BaseImage {
    private static final String DEFAULT = "eclipse-temurin:25-jre";

    private BaseImage() {}

    static String choose() {
        return Optional.ofNullable(System.getProperty("openchami.testing.base-image", System.getenv("OPENCHAMI_TESTING_BASE_IMAGE")))
                .or(() -> Stream.of(DEFAULT, "local/jre:25", "local/jre:17").filter(BaseImage::present).findFirst())
                .orElse(DEFAULT);
    }

    private static boolean present(String image) {
        try {
            DockerClientFactory.lazyClient().inspectImageCmd(image).exec();
            return true;
        } catch (DockerException absent) {
            return false;
        }
    }
}
