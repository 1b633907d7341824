package org.openchami.smd.store;

import java.time.Duration;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Sessions with the database, which no caller waits for longer than ten seconds. Reads are made without a transaction. */
@ApplicationScoped
class Sessions {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Mutiny.SessionFactory factory;

    Sessions(Mutiny.SessionFactory factory) {
        this.factory = factory;
    }

    <T> Uni<T> read(Function<Mutiny.StatelessSession, Uni<T>> work) {
        return limited(factory.withStatelessSession(work));
    }

    <T> Uni<T> write(Function<Mutiny.Session, Uni<T>> work) {
        return limited(factory.withTransaction(work));
    }

    /** Work that takes too long is not cancelled: a cancelled session would never give its connection back. */
    private static <T> Uni<T> limited(Uni<T> work) {
        return Uni.createFrom().<T>emitter(caller -> work.subscribe().with(caller::complete, caller::fail))
                .ifNoItem().after(PATIENCE).fail();
    }
}
