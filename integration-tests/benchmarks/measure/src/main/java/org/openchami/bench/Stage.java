package org.openchami.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.openchami.auth.testing.hydra.HydraOptions;
import org.openchami.it.world.RunningService;
import org.openchami.it.world.World;
import org.openchami.it.world.WorldPlan;

/** The world of the integration tests, with the tutorial loaded, and beside its smd and bss the same two with authentication off. */
record Stage(World world, OpenService openSmd, OpenService openBss, List<String> jvm) implements AutoCloseable {
    private static final Duration LONGER_THAN_ANY_RUN = Duration.ofHours(12);

    static Stage set(Cores cores) {
        // A JVM counts its cores once, at the start, before it is pinned.
        List<String> jvm = cores.pinned() ? List.of("-Xmx512m", "-XX:ActiveProcessorCount=1") : List.of("-Xmx512m");
        World world = World.start(plan(jvm));
        try {
            OpenService smd = OpenService.start("smd-open", world.smd(), Map.of(), jvm);
            OpenService bss = OpenService.start("bss-open", world.bss(), Map.of("openchami.auth.peers.smd.url", smd.url().toString()), jvm);
            Stage stage = new Stage(world, smd, bss, jvm);
            Stream.of(stage.smd(), stage.bss(), smd.target(), bss.target()).forEach(target -> cores.takeServices(target.process()));
            return stage;
        } catch (RuntimeException e) {
            world.close();
            throw e;
        }
    }

    private static WorldPlan plan(List<String> jvm) {
        WorldPlan plan = WorldPlan.create().tokensLive(LONGER_THAN_ANY_RUN).jvm(jvm.toArray(String[]::new));
        HydraOptions hydra = plan.hydra().withSigningAlgorithm(HydraOptions.OWN_DEFAULT);
        return new WorldPlan(hydra, plan.smdPort(), plan.bssPort(), plan.smd(), plan.bss(), plan.jvm());
    }

    Target smd() {
        return target("smd", world.smd());
    }

    Target bss() {
        return target("bss", world.bss());
    }

    // The world's services keep their processes to themselves; they are this JVM's children, and each has its own jar.
    private static Target target(String name, RunningService service) {
        String jar = jar(name).toString();
        ProcessHandle process = ProcessHandle.current().children()
                .filter(child -> child.info().arguments().filter(arguments -> Arrays.asList(arguments).contains(jar)).isPresent())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no process runs " + jar));
        return new Target(name, service.url(), process);
    }

    static Path jar(String name) {
        return Path.of("").toAbsolutePath().getParent().resolve(name + "-service/target/quarkus-app/quarkus-run.jar");
    }

    @Override
    public void close() {
        openBss.close();
        openSmd.close();
        world.close();
    }
}
