package org.openchami.auth.identity;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.openchami.auth.config.Configured;
import org.openchami.auth.config.Settings;

/**
 * One life of an identity under one random schedule of faults: registered by the admin API or dynamically, with one peer or two, in one process or
 * in two that share a store. A seed has one life.
 */
final class SimRun {
    static final URI ADDRESS = URI.create("http://hydra:4445");
    static final String SERVICE = "bss";
    private static final List<Settings> ADMIN = settings("hydra", ADDRESS.toString());
    private static final List<Settings> DYNAMIC = settings("dynamic", "http://hydra:4444/oauth2/register");
    private static final int FAULTS = 360_000;
    private static final int LONGEST = 60_000;
    /** What one step may take: an answer that never comes, a back-off, the second look. */
    private static final Duration STEP = Duration.ofSeconds(5 + 5 + 2 + 1);
    /** What a few rounds of upkeep may take, once two tokens have run out. */
    private static final Duration ROUNDS = Duration.ofSeconds(40);

    private final Random random;
    private final SimWorld world;
    private final List<SimProcess> processes = new ArrayList<>();
    private final int peers;

    SimRun(long seed) {
        random = new Random(seed);
        world = SimWorld.of(random);
        boolean dynamic = random.nextBoolean();
        peers = 1 + random.nextInt(2);
        for (int i = random.nextInt(3) == 0 ? 2 : 1; i > 0; i--) {
            processes.add(new SimProcess((dynamic ? DYNAMIC : ADMIN).get(peers - 1), world));
        }
        world.story().tell((dynamic ? "dynamic, " : "admin, ") + peers + " peers, " + processes.size() + " processes");
    }

    private static List<Settings> settings(String kind, String url) {
        String[] one = {"openchami.auth.authority", "http://hydra:4444", "openchami.auth.registration.kind", kind,
                "openchami.auth.registration.url", url, "openchami.auth.peers.smd.url", "http://smd:27779", "quarkus.application.name",
                SERVICE,
                "openchami.auth.client.max-age.read-only", "3M", "openchami.auth.client.key-overlap", "20S"};
        String[] two = {"openchami.auth.peers.pcs.url", "http://pcs:28007"};
        return List.of(Configured.exactly(one), Configured.exactly(Stream.concat(Stream.of(one), Stream.of(two)).toArray(String[]::new)));
    }

    void live() {
        SimTime time = world.time();
        processes.forEach(SimProcess::start);
        Duration over = schedule(1 + random.nextInt(8));
        time.run(over);
        Duration asked = world.authority().busyUntil().minus(over).multipliedBy(11).dividedBy(10);
        time.run(over.plus(STEP).plus(asked.isNegative() ? Duration.ZERO : asked));
        processes.forEach(SimProcess::mustBeHealed);
        Duration last = time.now().plus(world.authority().life().multipliedBy(2)).plus(ROUNDS);
        while (!world.settled() && time.now().compareTo(last) < 0) {
            time.run(time.now().plusSeconds(1));
        }
        world.mustBeInOrder();
        world.story().must(world.authority().most() <= bound(), world.authority().most() + " token requests in " + SimAuthority.WINDOW);
        world.story().mustBeUnbroken();
    }

    private Duration schedule(int count) {
        Duration over = Duration.ZERO;
        for (int i = 0; i < count; i++) {
            SimFault fault = SimFault.values()[random.nextInt(SimFault.values().length)];
            Duration begin = Duration.ofMillis(random.nextInt(FAULTS));
            Duration end = fault.lasts() ? begin.plusMillis(random.nextInt(LONGEST)) : begin;
            over = over.compareTo(end) > 0 ? over : end;
            world.time().after(begin, () -> begin(fault));
            world.time().after(end, () -> end(fault));
        }
        return over;
    }

    /** By the back-off: six tries when it starts anew, some with a second request; a peer's refusals and a restart come on top. */
    private int bound() {
        return 9 * peers * processes.size() + 3;
    }

    private void begin(SimFault fault) {
        world.story().tell(fault.toString());
        switch (fault) {
            case DISK_FULL -> world.store().fill(true);
            case CLOCK_AHEAD -> world.time().setWall(Duration.ofHours(1));
            case CLOCK_BEHIND -> world.time().setWall(Duration.ofHours(-1));
            case TOKEN_REFUSED -> processes.forEach(SimProcess::refuse);
            case RESTART -> {
                SimProcess one = processes.get(random.nextInt(processes.size()));
                one.die();
                one.start();
            }
            case WIPED -> {
                world.authority().begin(fault);
                processes.forEach(SimProcess::refuse);
            }
            default -> world.authority().begin(fault);
        }
    }

    private void end(SimFault fault) {
        switch (fault) {
            case DISK_FULL -> world.store().fill(false);
            case CLOCK_AHEAD, CLOCK_BEHIND -> world.time().setWall(Duration.ZERO);
            default -> world.authority().end(fault);
        }
    }
}
