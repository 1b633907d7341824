package org.openchami.bss.store;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import org.hibernate.reactive.mutiny.Mutiny;
import org.openchami.bss.domain.BootConfiguration;
import org.openchami.bss.domain.Selector;

import io.smallrye.mutiny.Uni;

/** The rows behind {@link BootStore}, within a session of its. */
@Singleton
class Assignments {
    private static final String ALL = "select a from Assignment a join fetch a.configuration";
    private static final String ORDER = " order by a.key.kind, a.key.name";

    private final ConfigurationFormat format;

    Assignments(ConfigurationFormat format) {
        this.format = format;
    }

    Uni<List<Assignment>> all(Mutiny.Session session) {
        return session.createQuery(ALL + ORDER, Assignment.class).getResultList();
    }

    Uni<List<Assignment>> of(Mutiny.Session session, Collection<Selector> selectors) {
        if (selectors.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return session.createQuery(ALL + " where a.key in :keys" + ORDER, Assignment.class)
                .setParameter("keys", selectors.stream().map(Assignment.Key::of).toList()).getResultList();
    }

    /** Those whose configuration has every given text; an empty one says nothing. */
    Uni<List<Assignment>> using(Mutiny.Session session, BootConfiguration like) {
        return session.createQuery(ALL + " " + """
                where (:kernel = '' or a.configuration.kernel = :kernel)
                  and (:initrd = '' or a.configuration.initrd = :initrd)
                  and (:params = '' or a.configuration.params = :params)""", Assignment.class).setParameter("kernel", like.kernel())
                .setParameter("initrd", like.initrd()).setParameter("params", like.params()).getResultList();
    }

    Uni<Void> add(Mutiny.Session session, Collection<Selector> selectors, BootConfiguration configuration) {
        if (selectors.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return row(session, configuration).chain(row -> session
                .persistAll(selectors.stream().map(selector -> Assignment.of(selector, row)).toArray()));
    }

    /** Gives each its changed configuration; those who share one go on sharing. */
    Uni<Void> change(Mutiny.Session session, List<Assignment> assignments, Function<BootConfiguration, BootConfiguration> change) {
        Map<StoredConfiguration, List<Assignment>> sharing = assignments.stream()
                .collect(Collectors.groupingBy(assignment -> assignment.configuration, LinkedHashMap::new, Collectors.toList()));
        Uni<Void> done = Uni.createFrom().voidItem();
        for (Map.Entry<StoredConfiguration, List<Assignment>> entry : sharing.entrySet()) {
            done = done.chain(() -> row(session, change.apply(format.read(entry.getKey()))))
                    .invoke(row -> entry.getValue().forEach(assignment -> assignment.configuration = row)).replaceWithVoid();
        }
        return done;
    }

    private Uni<StoredConfiguration> row(Mutiny.Session session, BootConfiguration configuration) {
        StoredConfiguration row = format.write(configuration);
        return session.find(StoredConfiguration.class, row.digest).onItem().ifNull()
                .switchTo(() -> session.persist(row).replaceWith(row));
    }
}
