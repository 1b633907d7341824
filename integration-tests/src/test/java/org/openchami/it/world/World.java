package org.openchami.it.world;

import java.util.Set;
import java.util.UUID;

import org.openchami.auth.testing.hydra.Hydra;
import org.openchami.auth.testing.postgres.Postgres;
import org.openchami.auth.testing.user.UserLogin;

/**
 * The whole system on this machine: a real Hydra, a real PostgreSQL, and smd and bss as they are packaged, each in a JVM of its own.
 * The PostgreSQL is one for all worlds of this JVM, unless Hydra is planned with one of its own; everything else is this world's own.
 */
public final class World implements AutoCloseable {
    private final Hydra hydra;
    private final RunningService smd;
    private final RunningService bss;
    private final Tutorial tutorial = Tutorial.load();

    private World(WorldPlan plan) {
        Postgres postgres = SharedPostgres.server();
        String suffix = "_" + UUID.randomUUID().toString().replace("-", "");
        hydra = Hydra.start(plan.hydra().postgres().isPresent() ? plan.hydra() : plan.hydra().withPostgres(postgres));
        smd = new RunningService("smd", plan.smdPort(), plan.smdSettings(hydra), new ServiceDatabase(postgres, "smd" + suffix), plan.jvm());
        bss = new RunningService("bss", plan.bssPort(), plan.bssSettings(hydra), new ServiceDatabase(postgres, "bss" + suffix), plan.jvm());
    }

    /** Everything runs, and the tutorial is loaded. */
    public static World start(WorldPlan plan) {
        World world = prepare(plan);
        try {
            world.startServices();
            new Loading(world).all();
            return world;
        } catch (RuntimeException e) {
            world.close();
            throw e;
        }
    }

    /** Hydra and PostgreSQL run; the services are configured, and wait to be started. */
    public static World prepare(WorldPlan plan) {
        return new World(plan);
    }

    /** Starts both at once, and returns when they are ready. */
    public void startServices() {
        smd.start();
        bss.start();
        smd.awaitReady();
        bss.awaitReady();
    }

    /** Loads the tutorial's nodes and boot parameters, as the operator. */
    public void load() {
        new Loading(this).all();
    }

    public Hydra hydra() {
        return hydra;
    }

    public RunningService smd() {
        return smd;
    }

    public RunningService bss() {
        return bss;
    }

    public Tutorial tutorial() {
        return tutorial;
    }

    /** A fresh token of the operator, with all scopes for the whole cluster. */
    public String token() {
        return UserLogin.token(hydra.publicUrl(), hydra.adminUrl());
    }

    /** A fresh token of the operator with these scopes only. */
    public String token(String... scopes) {
        return UserLogin.token(hydra.publicUrl(), hydra.adminUrl(), UserLogin.DEFAULT_USER, Set.of(scopes), UserLogin.CLUSTER);
    }

    /** One more bss with a database and a folder of its own, which waits to be started. */
    RunningService anotherBss(WorldPlan plan) {
        String database = "bss_" + UUID.randomUUID().toString().replace("-", "");
        return new RunningService("bss", plan.bssPort(), plan.bssSettings(hydra), new ServiceDatabase(SharedPostgres.server(), database),
                plan.jvm());
    }

    @Override
    public void close() {
        bss.close();
        smd.close();
        hydra.close();
    }
}
