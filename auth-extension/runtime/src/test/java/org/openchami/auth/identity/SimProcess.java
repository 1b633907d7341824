package org.openchami.auth.identity;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;

import org.openchami.auth.config.Settings;
import org.openchami.auth.identity.Surroundings.Blocking;
import org.openchami.auth.secret.BearerToken;

import io.smallrye.mutiny.Uni;

/** A process of the service, which can die; its callers, who go on; and what must be true of it at every step. */
final class SimProcess {
    private static final Duration SAFE = Duration.ofMillis(5_100);
    private static final int AT_ONCE = 50;

    private final Settings settings;
    private final SimWorld world;
    private final SimTime time;
    private final Random random;
    private final SimStory story;
    private final Map<String, BearerToken> served = new HashMap<>();
    private final Map<BearerToken, Duration> came = new HashMap<>();
    private final Set<BearerToken> refused = new HashSet<>();
    private final Map<String, SimPace> paces = new HashMap<>();
    private AtomicBoolean alive = new AtomicBoolean();
    private IdentitySnapshot last;
    private Identity identity;

    SimProcess(Settings settings, SimWorld world) {
        this.settings = settings;
        this.world = world;
        this.time = world.time();
        this.random = world.random();
        this.story = world.story();
        settings.peers().keySet().forEach(peer -> time.after(Duration.ZERO, () -> call(peer)));
    }

    void start() {
        AtomicBoolean mine = new AtomicBoolean(true);
        alive = mine;
        last = null;
        served.clear();
        settings.peers().keySet().forEach(peer -> paces.put(peer, new SimPace(time, story, world.authority())));
        Map<String, SimPace> now = Map.copyOf(paces);
        identity = new Identity(settings, new SimProof(settings.own(), time, random), world.store(), world.registrar(settings, mine),
                request -> now.get(request.peer().name()).request(request), world.authority()::keySetRead, mortal(mine),
                snapshot -> watch(mine, snapshot));
        identity.load();
        identity.start();
    }

    void die() {
        alive.set(false);
        world.once().died(alive);
        world.store().unlock(this);
    }

    private Surroundings mortal(AtomicBoolean mine) {
        Surroundings real = time.surroundings(random);
        return new Surroundings(time, real.uptime(), real.random(), (delay, task) -> real.later().run(delay, () -> {
            if (mine.get()) {
                task.run();
            }
        }), new Blocking() {
            @Override
            public <T> Uni<T> call(Callable<T> work) {
                return Uni.createFrom().deferred(() -> mine.get() ? real.blocking().call(() -> {
                    world.store().user = SimProcess.this;
                    return work.call();
                }) : Uni.createFrom().nothing());
            }
        });
    }

    /** Peers say 401 to what they were given last. */
    void refuse() {
        served.forEach(this::refuse);
    }

    private void refuse(String peer, BearerToken token) {
        refused.add(token);
        identity.rejected(peer, token).subscribe().with(other -> {}, failure -> {});
    }

    /** A caller, and after a while the next. */
    private void call(String peer) {
        BearerToken before = served.get(peer);
        boolean must = before != null && !refused.contains(before) && time.wallSet().compareTo(came.get(before)) < 0
                && world.authority().end(before).minus(time.now()).compareTo(SAFE) > 0;
        AtomicBoolean answered = new AtomicBoolean();
        identity.token(peer).subscribe().with(token -> {
            answered.set(true);
            story.must(world.authority().end(token).compareTo(time.now()) > 0, "a token was served that had ended");
            served.put(peer, token);
            came.putIfAbsent(token, time.now());
            if (world.authority().refused(token)) {
                refuse(peer, token);
            }
        }, failure -> story.must(!must, "a valid token was dropped: " + failure.getMessage()));
        story.must(!must || answered.get(), "a caller waits though a valid token was held");
        boolean storm = world.authority().has(SimFault.PEERS_REFUSE);
        time.after(Duration.ofMillis(storm ? AT_ONCE : 200 + random.nextInt(2_000)), () -> call(peer));
    }

    private void watch(AtomicBoolean whose, IdentitySnapshot snapshot) {
        if (whose.get()) {
            story.must(last == null || last.state().mayBecome(snapshot.state()), last + " became " + snapshot);
            story.must(!snapshot.toString().contains("token-") && !snapshot.toString().contains("secret-")
                    && !snapshot.toString().contains("\"d\""), "a snapshot holds a secret");
            snapshot.tokens().forEach((peer, token) -> paces.get(peer).saw(last == null ? PeerToken.NONE : last.tokens().get(peer), token));
            last = snapshot;
        }
    }

    void mustBeHealed() {
        story.must(identity.snapshot().usable(), "not healed: " + identity.snapshot());
        settings.peers().keySet().forEach(peer -> identity.token(peer).subscribe().with(
                token -> story.must(!world.authority().refused(token), "a token of no worth is held for " + peer),
                failure -> story.must(false, "not healed: " + failure.getMessage())));
    }
}
