package org.openchami.auth.inbound;

import java.util.Optional;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.openchami.auth.Origin;
import org.openchami.auth.config.RouteRule;
import org.openchami.auth.context.CallChain;
import org.openchami.auth.context.InboundCall;
import org.openchami.auth.context.TransactionId;
import org.openchami.auth.rights.RequestFacts;

import io.vertx.ext.web.RoutingContext;

/** What is known of a request as it arrives: where it comes from, and so who calls until more is known. */
@Singleton
class Beginning {
    private final SourceAddress sources;
    private final ResourceAddress address;
    private final TransactionId transactions;

    @Inject
    Beginning(SourceAddress sources, ResourceAddress address, TransactionId transactions) {
        this.sources = sources;
        this.address = address;
        this.transactions = transactions;
    }

    void of(RoutingContext request) {
        InboundCall.of(request).begin(() -> CallChain.start(new Origin.Unknown(Optional.of(sources.of(request.request()))),
                Optional.empty(), transactions.next()));
    }

    RequestFacts facts(RoutingContext request, RouteRule rule, Credential given) {
        return new ArrivedRequest(request.request(), rule.proof(), given instanceof Credential.DPoP, address, sources);
    }
}
