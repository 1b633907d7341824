package org.openchami.bench.flood;

/** Who calls beside the callers whose latency counts: nobody; as many good callers as there are bad ones in the flood; the flood. */
enum Phase {
    CALM,
    CROWD,
    FLOOD
}
