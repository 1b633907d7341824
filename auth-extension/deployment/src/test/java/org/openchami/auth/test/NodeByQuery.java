package org.openchami.auth.test;

import java.util.Optional;

import jakarta.inject.Singleton;

import org.openchami.auth.AnonymousCall;
import org.openchami.auth.Assurance;
import org.openchami.auth.Origin;
import org.openchami.auth.OriginResolver;

import io.smallrye.mutiny.Uni;

@Singleton
class NodeByQuery implements OriginResolver {

    @Override
    public Uni<Origin> resolve(AnonymousCall call) {
        return Uni.createFrom().item(call.query("node").<Origin>map(xname -> new Origin.Node(xname, Optional.empty(),
                Optional.of(call.address()), Assurance.CLAIMED)).orElseGet(() -> new Origin.Unknown(Optional.of(call.address()))));
    }
}
