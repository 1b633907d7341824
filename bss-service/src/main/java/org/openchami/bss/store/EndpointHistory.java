package org.openchami.bss.store;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.reactive.mutiny.Mutiny;
import org.openchami.bss.domain.NodeAccess;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;

/**
 * When each node last asked for what. Noting an access costs a node nothing: it is written a moment later, many at a time, and kept
 * for the next attempt where that fails. What this instance noted is in its answers at once.
 */
@ApplicationScoped
public class EndpointHistory {
    private final Mutiny.SessionFactory sessions;
    private final Clock clock;
    private final Map<EndpointAccess.Key, Long> noted = new ConcurrentHashMap<>();

    EndpointHistory(Mutiny.SessionFactory sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    public void note(String xname, String endpoint) {
        noted.merge(new EndpointAccess.Key(xname, endpoint), clock.instant().getEpochSecond(), Math::max);
    }

    /** @param name of a node, or empty for all; @param endpoint or empty for all */
    public Uni<List<NodeAccess>> find(String name, String endpoint) {
        return write().chain(() -> sessions.withSession(session -> session.createQuery("""
                from EndpointAccess a where (:name = '' or a.key.name = :name) and (:endpoint = '' or a.key.endpoint = :endpoint)
                order by a.key.name, a.key.endpoint""", EndpointAccess.class).setParameter("name", name)
                .setParameter("endpoint", endpoint).getResultList()))
                .map(found -> found.stream().map(a -> new NodeAccess(a.key.name(), a.key.endpoint(), a.lastEpoch)).toList());
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> write() {
        if (noted.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<EndpointAccess> rows = noted.entrySet().stream().map(entry -> EndpointAccess.of(entry.getKey(), entry.getValue()))
                .sorted((a, b) -> a.key.name().compareTo(b.key.name())).toList();
        return sessions.withStatelessTransaction(session -> session.upsertMultiple(rows))
                .invoke(() -> rows.forEach(row -> noted.remove(row.key, row.lastEpoch)));
    }
}
