package org.openchami.auth.context;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.openchami.auth.CallContext;
import org.openchami.auth.Origin;

/** The context of one call, as it is known here. */
public record CallChain(Origin origin, Optional<String> purpose, String transaction, List<String> via) implements CallContext {
    static final int MAX_HOPS = 4;

    public CallChain {
        via = List.copyOf(via);
    }

    /** A chain that starts here. */
    public static CallChain start(Origin origin, Optional<String> purpose, String transaction) {
        return new CallChain(origin, purpose, transaction, List.of());
    }

    public CallChain from(Origin resolved) {
        return new CallChain(resolved, purpose, transaction, via);
    }

    /** The first service of the chain has said why; only the first one may. */
    public CallChain because(Optional<String> ours) {
        return purpose.isPresent() || ours.isEmpty() ? this : new CallChain(origin, ours, transaction, via);
    }

    /** What the next one sees: this service has been passed, too. */
    CallChain passing(String service) {
        List<String> next = new ArrayList<>(via);
        next.add(service);
        return new CallChain(origin, purpose, transaction, next);
    }
}
