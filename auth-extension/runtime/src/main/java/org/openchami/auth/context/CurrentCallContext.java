package org.openchami.auth.context;

import java.util.List;
import java.util.Optional;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.openchami.auth.CallContext;
import org.openchami.auth.Origin;
import org.openchami.auth.config.Settings;

import io.quarkus.arc.Unremovable;

/** The context of whatever is being served right now; where nothing is, the service acts on its own account. */
@Singleton
@Unremovable
public class CurrentCallContext implements CallContext {
    private final Settings settings;
    private final TransactionId transactions;

    @Inject
    CurrentCallContext(Settings settings, TransactionId transactions) {
        this.settings = settings;
        this.transactions = transactions;
    }

    public CallChain chain() {
        return InboundCall.current().flatMap(InboundCall::chain)
                .orElseGet(() -> CallChain.start(new Origin.Service(settings.service()), Optional.empty(), transactions.next()));
    }

    @Override
    public Origin origin() {
        return chain().origin();
    }

    @Override
    public Optional<String> purpose() {
        return chain().purpose();
    }

    @Override
    public String transaction() {
        return chain().transaction();
    }

    @Override
    public List<String> via() {
        return chain().via();
    }
}
