package org.openchami.bench;

import java.io.PrintStream;
import java.util.function.BiFunction;

import org.openchami.bench.flood.Flood;
import org.openchami.bench.load.Plan;
import org.openchami.bench.micro.Micro;
import org.openchami.bench.peers.Peers;
import org.openchami.bench.profile.Profile;
import org.openchami.bench.report.Finding;
import org.openchami.bench.services.Services;
import org.openchami.bench.start.Start;

/** What can be measured by itself. */
enum Part {
    PEERS((plan, out) -> new Peers(plan, out).measure()),
    MICRO((plan, out) -> new Micro(plan, out).measure()),
    FLOOD((plan, out) -> new Flood(plan, out).measure()),
    START((plan, out) -> new Start(plan, out).measure()),
    PROFILE((plan, out) -> new Profile(plan, out).measure()),
    SERVICES((plan, out) -> new Services(plan, out).measure());

    private final BiFunction<Plan, PrintStream, Finding> measuring;

    Part(BiFunction<Plan, PrintStream, Finding> measuring) {
        this.measuring = measuring;
    }

    Finding measure(Plan plan, PrintStream out) {
        return measuring.apply(plan, out);
    }
}
