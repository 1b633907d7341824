package org.openchami.bss.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.reactive.mutiny.Mutiny;
import org.openchami.bss.domain.BootConfiguration;
import org.openchami.bss.domain.BootParameters;
import org.openchami.bss.domain.Selector;

import io.smallrye.mutiny.Uni;

/** Who boots what. A configuration is changed for the selectors asked for only; others that shared it keep theirs. */
@ApplicationScoped
public class BootStore {
    // Writers are few; one at a time, over all instances, so that no two make the same row.
    private static final String ONE_WRITER = "select 1 from pg_advisory_xact_lock(27778)";
    private static final String REMOVE_UNUSED = """
            delete from StoredConfiguration c where not exists (select 1 from Assignment a where a.configuration = c)""";

    private final Mutiny.SessionFactory sessions;
    private final Assignments assignments;
    private final ConfigurationFormat format;

    BootStore(Mutiny.SessionFactory sessions, Assignments assignments, ConfigurationFormat format) {
        this.sessions = sessions;
        this.assignments = assignments;
        this.format = format;
    }

    /** Everything, one element a configuration. */
    public Uni<List<BootParameters>> all() {
        return sessions.withSession(session -> assignments.all(session).map(this::parameters));
    }

    /** One element a configuration, with those of the selectors that are stored. */
    public Uni<List<BootParameters>> find(Collection<Selector> selectors) {
        return sessions.withSession(session -> assignments.of(session, selectors).map(this::parameters));
    }

    /** The configuration of the first selector that has one. */
    public Uni<Optional<BootConfiguration>> first(List<Selector> selectors) {
        return sessions.withSession(session -> assignments.of(session, selectors)).map(found -> {
            Map<Selector, StoredConfiguration> rows = new HashMap<>();
            found.forEach(assignment -> rows.put(assignment.selector(), assignment.configuration));
            return selectors.stream().map(rows::get).filter(Objects::nonNull).findFirst().map(format::read);
        });
    }

    /** Stores for the selectors that have none yet. Tells whether there was one. */
    public Uni<Boolean> add(Collection<Selector> selectors, BootConfiguration configuration) {
        return writing(session -> assignments.of(session, selectors).map(found -> missing(selectors, found))
                .call(fresh -> assignments.add(session, fresh, configuration)).map(fresh -> !fresh.isEmpty()));
    }

    /** Stores for all selectors; what isn't given is kept. False, and nothing stored, when a new one would have no kernel. */
    public Uni<Boolean> put(Collection<Selector> selectors, BootConfiguration change) {
        return writing(session -> assignments.of(session, selectors).chain(found -> {
            Set<Selector> fresh = missing(selectors, found);
            if (!fresh.isEmpty() && !change.boots()) {
                return Uni.createFrom().item(false);
            }
            return assignments.change(session, found, old -> old.with(change))
                    .chain(() -> assignments.add(session, fresh, change)).replaceWith(true);
        }));
    }

    /** Changes all or none; the answer is the selectors that aren't stored. */
    public Uni<Set<Selector>> patch(Collection<Selector> selectors, BootConfiguration patch) {
        return writing(session -> assignments.of(session, selectors).chain(found -> {
            Set<Selector> unknown = missing(selectors, found);
            return unknown.isEmpty()
                    ? assignments.change(session, found, old -> old.merged(patch)).replaceWith(unknown)
                    : Uni.createFrom().item(unknown);
        }));
    }

    /** Removes those that are stored. Tells whether there was one. */
    public Uni<Boolean> remove(Collection<Selector> selectors) {
        return removing(session -> assignments.of(session, selectors));
    }

    /** Removes all whose configuration has every text that is given. Tells whether there was one. */
    public Uni<Boolean> removeUsing(BootConfiguration like) {
        return removing(session -> assignments.using(session, like));
    }

    /** Whether the database answers. */
    public Uni<Boolean> answers() {
        return sessions.withSession(session -> session.createNativeQuery("select 1").getSingleResult()).replaceWith(true)
                .onFailure().recoverWithItem(false);
    }

    private Uni<Boolean> removing(Function<Mutiny.Session, Uni<List<Assignment>>> which) {
        return writing(session -> which.apply(session).call(found -> session.removeAll(found.toArray())).map(found -> !found.isEmpty()));
    }

    private <T> Uni<T> writing(Function<Mutiny.Session, Uni<T>> work) {
        return sessions.withTransaction(session -> session.createNativeQuery(ONE_WRITER).getSingleResult()
                .chain(() -> work.apply(session)).call(session::flush)
                .call(() -> session.createMutationQuery(REMOVE_UNUSED).executeUpdate()));
    }

    private List<BootParameters> parameters(List<Assignment> found) {
        return found.stream()
                .collect(Collectors.groupingBy(assignment -> assignment.configuration, LinkedHashMap::new, Collectors.toList()))
                .entrySet().stream()
                .map(entry -> new BootParameters(names(entry.getValue(), Selector.Kind.HOST), names(entry.getValue(), Selector.Kind.MAC),
                        names(entry.getValue(), Selector.Kind.NID).stream().map(Integer::valueOf).sorted().toList(),
                        format.read(entry.getKey())))
                .toList();
    }

    private static List<String> names(List<Assignment> found, Selector.Kind kind) {
        return found.stream().map(Assignment::selector).filter(selector -> selector.kind() == kind).map(Selector::name).toList();
    }

    private static Set<Selector> missing(Collection<Selector> selectors, List<Assignment> found) {
        Set<Selector> missing = new LinkedHashSet<>(selectors);
        found.forEach(assignment -> missing.remove(assignment.selector()));
        return missing;
    }
}
