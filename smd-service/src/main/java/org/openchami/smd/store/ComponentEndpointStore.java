package org.openchami.smd.store;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.openchami.smd.domain.ComponentEndpoint;
import org.openchami.smd.domain.Condition;
import org.openchami.smd.domain.EndpointFilter;

import io.smallrye.mutiny.Uni;

/** The component endpoints, which come and go with Redfish endpoints and nodes. */
@ApplicationScoped
public class ComponentEndpointStore {

    private final Sessions sessions;

    ComponentEndpointStore(Sessions sessions) {
        this.sessions = sessions;
    }

    public Uni<Optional<ComponentEndpoint>> find(String id) {
        return list(new EndpointFilter(List.of(new Condition("id", List.of(id), List.of())))).map(found -> found.stream().findFirst());
    }

    public Uni<List<ComponentEndpoint>> list(EndpointFilter filter) {
        return sessions.read(session -> Where.all(filter.conditions()).list(session,
                "from ComponentEndpoint e left join fetch e.redfishEndpoint", ComponentEndpointRow.class))
                .map(rows -> rows.stream().map(ComponentEndpointRow::toComponentEndpoint).toList());
    }
}
