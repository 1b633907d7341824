package org.openchami.it.container;

import java.nio.file.Files;
import java.nio.file.Path;

import org.testcontainers.images.builder.ImageFromDockerfile;

/** A service's image, made from its Dockerfile and what the build has packaged. */
final class ServiceImage {
    /** The folder of the whole project; Surefire runs a module's tests in the module's own. */
    static final Path PROJECT = Path.of("").toAbsolutePath().getParent();

    private ServiceImage() {}

    static ImageFromDockerfile of(String service) {
        Path packaged = PROJECT.resolve(service + "-service/target/quarkus-app");
        if (!Files.exists(packaged.resolve("quarkus-run.jar"))) {
            throw new IllegalStateException(service + " is not packaged; build the whole project: ./mvnw verify");
        }
        return new ImageFromDockerfile("openchami-it/" + service, false)
                .withFileFromPath("Dockerfile", PROJECT.resolve("deployment/container/" + service + ".Dockerfile"))
                .withFileFromPath("lib", packaged.resolve("lib"))
                .withFileFromPath("quarkus", packaged.resolve("quarkus"))
                .withFileFromPath("app", packaged.resolve("app"))
                .withFileFromPath("quarkus-run.jar", packaged.resolve("quarkus-run.jar"))
                .withBuildArg("BASE_IMAGE", BaseImage.choose());
    }
}
