package org.openchami.bss.client;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/**
 * Facts about nodes, each asked for once however many wait for it. When smd fails, what it said before is used on, up to
 * {@code bss.nodes.stale}; only smd's own answer removes a fact. Made-up keys can't push known nodes out: they have a room of their own.
 */
final class FactCache<K, V> {
    private final NodesConfig config;
    private final Clock clock;
    private final Cache<K, Fact<V>> known;
    private final Cache<K, Fact<V>> unknown;
    private final ConcurrentMap<K, Uni<Optional<V>>> asking = new ConcurrentHashMap<>();

    FactCache(NodesConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
        this.known = Caffeine.newBuilder().maximumSize(config.maximum()).executor(Runnable::run).build();
        this.unknown = Caffeine.newBuilder().maximumSize(config.maximum()).executor(Runnable::run).build();
    }

    Uni<Optional<V>> get(K key, Function<K, Uni<Optional<V>>> ask) {
        Fact<V> fact = held(key);
        if (fact != null && clock.instant().isBefore(fact.askAgain())) {
            return fact.answer();
        }
        Uni<Optional<V>> answer = asking.computeIfAbsent(key,
                k -> Uni.createFrom().deferred(() -> ask.apply(k)).invoke(value -> learn(k, value))
                        .onFailure().recoverWithUni(failure -> keep(k, failure)).onTermination().invoke(() -> asking.remove(k)).memoize()
                        .indefinitely());
        // Who only waits must go on in a context of its own, not in that of the one who asked.
        Context context = Vertx.currentContext();
        return context == null ? answer : answer.emitOn(task -> context.runOnContext(ignored -> task.run()));
    }

    private Fact<V> held(K key) {
        Fact<V> fact = known.getIfPresent(key);
        return fact == null ? unknown.getIfPresent(key) : fact;
    }

    private void learn(K key, Optional<V> value) {
        Instant now = clock.instant();
        if (value.isPresent()) {
            known.put(key, new Fact<>(value, null, now, now.plus(config.ttl())));
            unknown.invalidate(key);
        } else {
            unknown.put(key, new Fact<>(value, null, now, now.plus(config.unknownTtl())));
            known.invalidate(key);
        }
    }

    private Uni<Optional<V>> keep(K key, Throwable failure) {
        Instant now = clock.instant();
        Instant askAgain = now.plus(config.failurePause());
        Fact<V> old = known.getIfPresent(key);
        boolean usable = old != null && now.isBefore(old.learned().plus(config.stale()));
        Fact<V> fact = usable
                ? new Fact<>(old.value(), null, old.learned(), askAgain)
                : new Fact<>(Optional.empty(), failure, now, askAgain);
        (usable ? known : unknown).put(key, fact);
        if (!usable) {
            known.invalidate(key);
        }
        return fact.answer();
    }
}
