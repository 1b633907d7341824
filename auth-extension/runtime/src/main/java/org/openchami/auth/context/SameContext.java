package org.openchami.auth.context;

import java.util.concurrent.Executor;

import io.vertx.core.Context;
import io.vertx.core.Vertx;

/** Brings a request back to where it runs: what it waited for may have been asked for by another request, and ended there. */
public final class SameContext {

    private SameContext() {}

    /** For {@code emitOn}: the Vert.x context that this code runs on now. */
    public static Executor here() {
        Context here = Vertx.currentContext();
        return task -> {
            if (here == null || here == Vertx.currentContext()) {
                task.run();
            } else {
                here.runOnContext(ignored -> task.run());
            }
        };
    }
}
