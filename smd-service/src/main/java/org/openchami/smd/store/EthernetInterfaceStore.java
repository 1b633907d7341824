package org.openchami.smd.store;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.reactive.mutiny.Mutiny;
import org.openchami.smd.domain.Condition;
import org.openchami.smd.domain.DuplicateException;
import org.openchami.smd.domain.EthernetInterface;
import org.openchami.smd.domain.EthernetInterfaceFilter;

import io.smallrye.mutiny.Uni;

/** The network interfaces, by their MAC address. */
@ApplicationScoped
public class EthernetInterfaceStore {

    private final Sessions sessions;

    EthernetInterfaceStore(Sessions sessions) {
        this.sessions = sessions;
    }

    public Uni<Optional<EthernetInterface>> find(String id) {
        return list(Where.all(List.of(new Condition("id", List.of(id), List.of())))).map(found -> found.stream().findFirst());
    }

    public Uni<List<EthernetInterface>> list(EthernetInterfaceFilter filter) {
        Where where = Where.all(filter.conditions());
        if (!filter.ips().isEmpty()) {
            where.and("exists (select 1 from e.addresses a where a.ip in " + where.bind(filter.ips()) + ")");
        }
        if (!filter.networks().isEmpty()) {
            where.and("exists (select 1 from e.addresses a where a.network in " + where.bind(filter.networks()) + ")");
        }
        filter.olderThan().ifPresent(time -> where.and("e.lastUpdate < " + where.bind(time)));
        filter.newerThan().ifPresent(time -> where.and("e.lastUpdate > " + where.bind(time)));
        return list(where);
    }

    /** Fails with {@link DuplicateException} if there is one with this MAC address. */
    public Uni<Void> create(EthernetInterface given) {
        return sessions.write(session -> create(session, List.of(given)));
    }

    /** @return how many there were */
    public Uni<Integer> delete(String id) {
        return sessions.write(session -> session.createMutationQuery("delete from EthernetInterface e where e.id = :id")
                .setParameter("id", id).executeUpdate());
    }

    /** @return how many there were */
    public Uni<Integer> deleteAll() {
        return sessions.write(session -> session.createMutationQuery("delete from EthernetInterface e").executeUpdate());
    }

    static Uni<Void> create(Mutiny.Session session, List<EthernetInterface> interfaces) {
        return session.persistAll(interfaces.stream().map(EthernetInterfaceRow::of).toArray()).chain(session::flush)
                .onFailure(Violation::isUnique).transform(failure -> new DuplicateException(
                        "operation would conflict with an existing component ethernet interface that has the same MAC address."));
    }

    private Uni<List<EthernetInterface>> list(Where where) {
        return sessions.read(
                session -> where.list(session, "from EthernetInterface e left join fetch e.addresses", EthernetInterfaceRow.class))
                .map(rows -> rows.stream().map(EthernetInterfaceRow::toEthernetInterface).toList());
    }
}
