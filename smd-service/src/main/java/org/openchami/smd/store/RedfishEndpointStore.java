package org.openchami.smd.store;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.reactive.mutiny.Mutiny;
import org.openchami.smd.domain.Component;
import org.openchami.smd.domain.Discovery;
import org.openchami.smd.domain.DuplicateException;
import org.openchami.smd.domain.EndpointFilter;
import org.openchami.smd.domain.EthernetInterface;
import org.openchami.smd.domain.RedfishEndpoint;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** The Redfish endpoints, stored together with what was discovered behind them. */
@ApplicationScoped
public class RedfishEndpointStore {

    private final Sessions sessions;

    RedfishEndpointStore(Sessions sessions) {
        this.sessions = sessions;
    }

    public Uni<Optional<RedfishEndpoint>> find(String id) {
        return sessions.read(session -> session.get(RedfishEndpointRow.class, id))
                .map(row -> Optional.ofNullable(row).map(RedfishEndpointRow::toRedfishEndpoint));
    }

    public Uni<List<RedfishEndpoint>> list(EndpointFilter filter) {
        return sessions.read(
                session -> Where.all(filter.conditions()).list(session, "from RedfishEndpoint e", RedfishEndpointRow.class))
                .map(rows -> rows.stream().map(RedfishEndpointRow::toRedfishEndpoint).toList());
    }

    /**
     * Stores all of it or nothing. Fails with {@link DuplicateException} if one of the endpoints or of the interfaces is there already;
     * components may be there, and are then seen again.
     */
    public Uni<Void> create(List<Discovery> discoveries) {
        return sessions.write(session -> createEndpoints(session, discoveries)
                .chain(() -> createBehind(session, discoveries)))
                // who else stored one of the components at the same moment was first: the second try sees it
                .onFailure(Violation::isUnique).retry().atMost(1);
    }

    private static Uni<Void> createEndpoints(Mutiny.Session session, List<Discovery> discoveries) {
        return session.persistAll(discoveries.stream().map(discovery -> RedfishEndpointRow.of(discovery.endpoint())).toArray())
                .chain(session::flush)
                .onFailure(Violation::isUnique).transform(failure -> new DuplicateException(
                        "operation would conflict with an existing resource that has the same FQDN or xname ID."));
    }

    private static Uni<Void> createBehind(Mutiny.Session session, List<Discovery> discoveries) {
        List<Component> components = discoveries.stream().flatMap(discovery -> discovery.components().stream()).toList();
        List<EthernetInterface> interfaces = discoveries.stream().flatMap(discovery -> discovery.interfaces().stream()).toList();
        List<ComponentEndpointRow> endpoints = discoveries.stream().flatMap(discovery -> discovery.componentEndpoints().stream())
                .map(endpoint -> ComponentEndpointRow.of(endpoint,
                        session.getReference(RedfishEndpointRow.class, endpoint.redfishEndpointId())))
                .toList();
        return ComponentStore.save(session, components, ComponentRow::rediscovered)
                .chain(() -> EthernetInterfaceStore.create(session, interfaces))
                .chain(() -> Multi.createFrom().iterable(endpoints).onItem().transformToUniAndConcatenate(session::merge).collect().last())
                .replaceWithVoid();
    }
}
