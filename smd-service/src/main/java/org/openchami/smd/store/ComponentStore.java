package org.openchami.smd.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.reactive.mutiny.Mutiny;
import org.openchami.smd.domain.Component;
import org.openchami.smd.domain.ComponentEndpoint;
import org.openchami.smd.domain.ComponentFilter;
import org.openchami.smd.domain.NidRange;

import io.smallrye.mutiny.Uni;

/** The components. Every node among them has a component endpoint, made with it where no discovery brought one. */
@ApplicationScoped
public class ComponentStore {

    private final Mutiny.SessionFactory sessions;

    ComponentStore(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    public Uni<Optional<Component>> find(String id) {
        return sessions.withStatelessSession(session -> session.get(ComponentRow.class, id))
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
        return sessions.withStatelessSession(session -> where.list(session, "from Component e", ComponentRow.class))
                .map(rows -> rows.stream().map(ComponentRow::toComponent).toList());
    }

    /** Stores those that are new. Of those that are there already, state and kind are overwritten if forced; the rest stays. */
    public Uni<Void> save(List<Component> components, boolean force) {
        Map<String, Component> distinct = new LinkedHashMap<>();
        components.forEach(component -> distinct.putIfAbsent(component.id(), component));
        return sessions
                .withTransaction(session -> save(session, distinct, force ? ComponentRow::overwrite : (row, given) -> {})
                        .chain(() -> addEndpoints(session, distinct)))
                // who else stored one of them at the same moment was first: the second try sees it
                .onFailure(Violation::isUnique).retry().atMost(1);
    }

    /** @return how many there were */
    public Uni<Integer> delete(String id) {
        return sessions.withTransaction(session -> session
                .createMutationQuery("delete from ComponentEndpoint e where e.id = :id and e.redfishEndpoint is null")
                .setParameter("id", id)
                .executeUpdate()
                .chain(() -> session.createMutationQuery("delete from Component e where e.id = :id").setParameter("id", id)
                        .executeUpdate()));
    }

    /** @return how many there were */
    public Uni<Integer> deleteAll() {
        return sessions.withTransaction(session -> session
                .createMutationQuery("delete from ComponentEndpoint e where e.redfishEndpoint is null").executeUpdate()
                .chain(() -> session.createMutationQuery("delete from Component e").executeUpdate()));
    }

    static Uni<Void> save(Mutiny.Session session, Map<String, Component> components,
            BiConsumer<ComponentRow, Component> ifThere) {
        return session.createQuery("from Component e where e.id in :ids", ComponentRow.class)
                .setParameter("ids", List.copyOf(components.keySet())).getResultList()
                .chain(rows -> {
                    Map<String, ComponentRow> there = rows.stream().collect(Collectors.toMap(row -> row.id, Function.identity()));
                    there.values().forEach(row -> ifThere.accept(row, components.get(row.id)));
                    return session.persistAll(components.values().stream().filter(component -> !there.containsKey(component.id()))
                            .map(ComponentRow::of).toArray());
                })
                .chain(session::flush);
    }

    private static Uni<Void> addEndpoints(Mutiny.Session session, Map<String, Component> components) {
        List<Component> nodes = components.values().stream().filter(component -> component.type().equals("Node")).toList();
        return session.createQuery("select e.id from ComponentEndpoint e where e.id in :ids", String.class)
                .setParameter("ids", nodes.stream().map(Component::id).toList()).getResultList()
                .chain(ids -> {
                    Set<String> there = Set.copyOf(ids);
                    return session.persistAll(nodes.stream().filter(node -> !there.contains(node.id()))
                            .map(node -> ComponentEndpointRow.of(ComponentEndpoint.ofPlainNode(node), null)).toArray());
                });
    }
}
