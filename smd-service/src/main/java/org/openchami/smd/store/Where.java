package org.openchami.smd.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.hibernate.reactive.mutiny.Mutiny;
import org.openchami.smd.domain.Condition;

import io.smallrye.mutiny.Uni;

/** The where part of a query on an entity named {@code e}. Values only ever become bound parameters. */
final class Where {

    private final List<String> clauses = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();

    static Where all(List<Condition> conditions) {
        Where where = new Where();
        conditions.forEach(where::and);
        return where;
    }

    private void and(Condition condition) {
        if (!condition.anyOf().isEmpty()) {
            and("e." + condition.attribute() + " in " + bind(condition.anyOf()));
        }
        if (!condition.noneOf().isEmpty()) {
            and("e." + condition.attribute() + " not in " + bind(condition.noneOf()));
        }
    }

    Where and(String clause) {
        clauses.add("(" + clause + ")");
        return this;
    }

    String bind(Object value) {
        String name = "p" + parameters.size();
        parameters.put(name, value);
        return ":" + name;
    }

    <T> Uni<List<T>> list(Mutiny.StatelessSession session, String from, Class<T> type) {
        String query = from + (clauses.isEmpty() ? "" : " where " + String.join(" and ", clauses)) + " order by e.id";
        Mutiny.SelectionQuery<T> selection = session.createQuery(query, type);
        parameters.forEach(selection::setParameter);
        return selection.getResultList();
    }
}
