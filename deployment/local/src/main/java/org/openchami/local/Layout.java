package org.openchami.local;

import java.nio.file.Path;

/** Where things are: the project, and below it the folder with everything that the local run writes. */
record Layout(Path project) {
    static Layout ofThisProcess() {
        return new Layout(Path.of(System.getProperty("openchami.local.project", "")).toAbsolutePath());
    }

    Path state() {
        return project.resolve("target").resolve("local");
    }

    Path folder(String name) {
        return state().resolve(name);
    }

    Path jar(String service) {
        return project.resolve(service + "-service").resolve("target").resolve("quarkus-app").resolve("quarkus-run.jar");
    }

    AuditLog auditLog(String service) {
        return new AuditLog(service, folder(service).resolve("audit.log"));
    }

    EnvFile env() {
        return new EnvFile(state().resolve("env"));
    }

    Passwords passwords() {
        return new Passwords(folder("secrets"));
    }
}
