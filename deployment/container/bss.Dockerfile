# bss as a container. The build's context is the packaged service:
#   docker build -f deployment/container/bss.Dockerfile -t openchami/bss bss-service/target/quarkus-app
# Any base with Java 17 or later, a shell and mkdir will do.
ARG BASE_IMAGE=eclipse-temurin:25-jre
FROM ${BASE_IMAGE}

# Holds the key that the service is registered with, so only the service may enter. A volume, because a lost key means a new registration.
RUN mkdir -p /var/lib/openchami/auth && chmod -R 0700 /var/lib/openchami && chown -R 1000:1000 /var/lib/openchami
VOLUME /var/lib/openchami
ENV OPENCHAMI_AUTH_STORE_DIRECTORY=/var/lib/openchami/auth QUARKUS_HTTP_HOST=0.0.0.0

# In the order of how seldom they change: a new build of the service alone is a small layer.
COPY lib/ /deployments/lib/
COPY quarkus/ /deployments/quarkus/
COPY quarkus-run.jar /deployments/
COPY app/ /deployments/app/

# A number, so that an orchestrator can see that it is not root.
USER 1000:1000
WORKDIR /deployments
EXPOSE 27778
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=75.0", "-XX:+ExitOnOutOfMemoryError", "-jar", "/deployments/quarkus-run.jar"]
