package org.openchami.smd.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.reactive.mutiny.Mutiny;
import org.openchami.smd.domain.Component;
import org.openchami.smd.domain.ComponentEndpoint;
import org.openchami.smd.domain.ComponentFilter;
import org.openchami.smd.domain.NidRange;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** The components. Every node among them has a component endpoint, made with it where no discovery brought one. */
@ApplicationScoped
public class ComponentStore {

    private static final int CHUNK = 1000;

    private final Sessions sessions;

    ComponentStore(Sessions sessions) {
        this.sessions = sessions;
    }

    public Uni<Optional<Component>> find(String id) {
        return sessions.read(session -> session.get(ComponentRow.class, id))
                .map(row -> Optional.ofNullable(row).map(ComponentRow::toComponent));
    }

    /** Of several components with the same NID, the one whose name comes first. */
    public Uni<Optional<Component>> findByNid(long nid) {
        return list(new ComponentFilter(List.of(), List.of(new NidRange(nid, nid)), false)).map(found -> found.stream().findFirst());
    }

    public Uni<List<Component>> list(ComponentFilter filter) {
        if (filter.nothing()) {
            return Uni.createFrom().item(List.of());
        }
        Where where = Where.all(filter.conditions());
        if (!filter.ranges().isEmpty()) {
            where.and(filter.ranges().stream()
                    .map(range -> "e.nid between " + where.bind(range.first()) + " and " + where.bind(range.last()))
                    .collect(Collectors.joining(" or ")));
        }
        return sessions.read(session -> where.list(session, "from Component e", ComponentRow.class))
                .map(rows -> rows.stream().map(ComponentRow::toComponent).toList());
    }

    /** Stores those that are new. Of those that are there already, state and kind are overwritten if forced; the rest stays. */
    public Uni<Void> save(List<Component> components, boolean force) {
        BiConsumer<ComponentRow, Component> ifThere = force ? ComponentRow::overwrite : (row, given) -> {};
        return sessions.write(session -> save(session, components, ifThere).chain(() -> addEndpoints(session, components)))
                // who else stored one of them at the same moment was first: the second try sees it
                .onFailure(Violation::isUnique).retry().atMost(1);
    }

    /** @return how many there were */
    public Uni<Integer> delete(String id) {
        return sessions.write(session -> session
                .createMutationQuery("delete from ComponentEndpoint e where e.id = :id and e.redfishEndpoint is null")
                .setParameter("id", id)
                .executeUpdate()
                .chain(() -> session.createMutationQuery("delete from Component e where e.id = :id").setParameter("id", id)
                        .executeUpdate()));
    }

    /** @return how many there were */
    public Uni<Integer> deleteAll() {
        return sessions.write(session -> session
                .createMutationQuery("delete from ComponentEndpoint e where e.redfishEndpoint is null").executeUpdate()
                .chain(() -> session.createMutationQuery("delete from Component e").executeUpdate()));
    }

    static Uni<Void> save(Mutiny.Session session, List<Component> components, BiConsumer<ComponentRow, Component> ifThere) {
        return chunks(components, chunk -> session.createQuery("from Component e where e.id in :ids", ComponentRow.class)
                .setParameter("ids", List.copyOf(chunk.keySet())).getResultList()
                .chain(rows -> {
                    Map<String, Component> missing = new TreeMap<>(chunk);
                    rows.forEach(row -> ifThere.accept(row, missing.remove(row.id)));
                    return session.persistAll(missing.values().stream().map(ComponentRow::of).toArray());
                })
                .chain(session::flush));
    }

    private static Uni<Void> addEndpoints(Mutiny.Session session, List<Component> components) {
        return chunks(components.stream().filter(component -> component.type().equals("Node")).toList(), nodes -> session
                .createQuery("select e.id from ComponentEndpoint e where e.id in :ids", String.class)
                .setParameter("ids", List.copyOf(nodes.keySet())).getResultList()
                .chain(there -> {
                    Map<String, Component> missing = new TreeMap<>(nodes);
                    missing.keySet().removeAll(Set.copyOf(there));
                    return session.persistAll(missing.values().stream()
                            .map(node -> ComponentEndpointRow.of(ComponentEndpoint.ofPlainNode(node), null)).toArray());
                }));
    }

    /** A statement takes a limited number of values. Their order is that of their names, so that two who store the same don't block each other. */
    private static Uni<Void> chunks(List<Component> components, Function<Map<String, Component>, Uni<Void>> store) {
        Map<String, Component> distinct = new TreeMap<>();
        components.forEach(component -> distinct.putIfAbsent(component.id(), component));
        return Multi.createFrom().iterable(distinct.values()).group().intoLists().of(CHUNK)
                .map(chunk -> chunk.stream().collect(Collectors.toMap(Component::id, Function.identity())))
                .onItem().transformToUniAndConcatenate(store::apply).collect().last();
    }
}
