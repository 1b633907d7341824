package org.openchami.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.openchami.auth.testing.hydra.Hydra;
import org.openchami.auth.testing.hydra.HydraOptions;
import org.openchami.auth.testing.postgres.Postgres;
import org.openchami.auth.testing.postgres.PostgresOptions;

/** Starts the four one after the other, each with a folder of its own, and keeps the env file up to date. */
final class Startup {
    private static final Duration READY_WITHIN = Duration.ofSeconds(180);

    private final Layout layout;
    private final Ports ports;
    private final Addresses addresses;
    private final Progress progress;
    private final Parts parts;
    private final Http http;
    private final Map<String, String> env = new LinkedHashMap<>();

    Startup(Layout layout, Ports ports, Addresses addresses, Progress progress, Parts parts, Http http) {
        this.layout = layout;
        this.ports = ports;
        this.addresses = addresses;
        this.progress = progress;
        this.parts = parts;
        this.http = http;
        env.put("HYDRA_URL", addresses.hydra());
        env.put("HYDRA_ADMIN_URL", addresses.hydraAdmin());
        env.put("POSTGRES_ADDRESS", addresses.postgres());
        env.put("SMD_URL", addresses.smd());
        env.put("BSS_URL", addresses.bss());
        env.put("RUN" + Leftovers.PID, Long.toString(ProcessHandle.current().pid()));
    }

    /** Returns when all four are ready. */
    Hydra start() {
        Postgres postgres = progress.step("PostgreSQL on " + addresses.postgres(), this::postgres);
        Hydra hydra = progress.step("Hydra on " + addresses.hydra() + " (its first start may build it)", () -> hydra(postgres));
        progress.note("PostgreSQL runs as '" + postgres.kind() + "', Hydra as '" + hydra.kind() + "'");
        ServiceDatabase databases = new ServiceDatabase(postgres);
        progress.step("Start smd and bss", () -> {
            service(ServiceConfig.smd(addresses, ports, password("smd", databases)));
            service(ServiceConfig.bss(addresses, ports, password("bss", databases)));
        });
        progress.step("smd is ready on " + addresses.smd(), () -> ready("smd", addresses.smd()));
        progress.step("bss is ready on " + addresses.bss() + ", registered at Hydra", () -> ready("bss", addresses.bss()));
        return hydra;
    }

    private Postgres postgres() {
        Path folder = layout.folder("postgres");
        Postgres postgres = Postgres.start(PostgresOptions.defaults().withPort(ports.postgres()).withDataDirectory(folder));
        add(BackingPart.of(postgres, folder));
        return postgres;
    }

    private Hydra hydra(Postgres postgres) {
        Path folder = layout.folder("hydra");
        Hydra hydra = Hydra.start(HydraOptions.defaults()
                .withPorts(ports.hydraPublic(), ports.hydraAdmin())
                .withPostgres(postgres)
                .keptIn("hydra", folder));
        add(BackingPart.of(hydra, folder));
        return hydra;
    }

    private String password(String service, ServiceDatabase databases) {
        String password = layout.passwords().of(service + "-database");
        databases.prepare(service, password);
        return password;
    }

    private void service(ServiceConfig config) {
        Path folder = PrivateFile.folder(layout.folder(config.name()));
        config.writeTo(folder);
        add(ServiceProcess.start(config.name(), layout.jar(config.name()), folder));
    }

    private void ready(String name, String origin) {
        parts.await(name + "'s start", READY_WITHIN, () -> http.isOk(origin + "/q/health/ready"));
    }

    private void add(Part part) {
        parts.add(part);
        part.pid().ifPresent(pid -> env.put(part.name().toUpperCase(Locale.ROOT) + Leftovers.PID, Long.toString(pid)));
        layout.env().write(env);
    }
}
